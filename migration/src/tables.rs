//! Helpers of migrations: create a table with its indexes, drop tables.

use sea_orm_migration::prelude::*;

/// Creates a table and its indexes, each given as (unique, columns) and named after both.
pub async fn create(
    manager: &SchemaManager<'_>,
    name: &'static str,
    table: TableCreateStatement,
    indexes: &[(bool, &[&'static str])],
) -> Result<(), DbErr> {
    manager.create_table(table).await?;
    for (unique, columns) in indexes {
        let mut index = Index::create();
        index.name(format!("{name}_{}", columns.join("_"))).table(name);
        for column in *columns {
            index.col(*column);
        }
        if *unique {
            index.unique();
        }
        manager.create_index(index).await?;
    }
    Ok(())
}

/// Drops tables in the order given: those that refer before those referred to.
pub async fn drop_all(manager: &SchemaManager<'_>, names: &[&'static str]) -> Result<(), DbErr> {
    for name in names {
        manager.drop_table(Table::drop().table(*name).to_owned()).await?;
    }
    Ok(())
}
