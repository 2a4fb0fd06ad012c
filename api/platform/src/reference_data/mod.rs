//! Provinces, municipalities and working days: tables that are checked in, since no library has
//! those of all our countries.
//!
//! What the database holds of them is read once at the start; it does not change while the
//! program runs.

pub mod calendar;

use std::collections::HashMap;

use entities::{ids::MunicipalityId, municipality, province};
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait, QueryOrder, Set, sea_query::OnConflict};
use uuid::Uuid;

use crate::{db::Tx, error::DomainError};

const MUNICIPALITIES: &str = include_str!("municipalities.csv");

/// ISO 3166-2 code, English name, name as written there.
const PROVINCES: &[(&str, &str, &str)] = &[
    ("LT-AL", "Alytus county", "Alytaus apskritis"),
    ("LT-KL", "Klaipėda county", "Klaipėdos apskritis"),
    ("LT-KU", "Kaunas county", "Kauno apskritis"),
    ("LT-MR", "Marijampolė county", "Marijampolės apskritis"),
    ("LT-PN", "Panevėžys county", "Panevėžio apskritis"),
    ("LT-SA", "Šiauliai county", "Šiaulių apskritis"),
    ("LT-TA", "Tauragė county", "Tauragės apskritis"),
    ("LT-TE", "Telšiai county", "Telšių apskritis"),
    ("LT-UT", "Utena county", "Utenos apskritis"),
    ("LT-VL", "Vilnius county", "Vilniaus apskritis"),
    ("BY-HR", "Grodno region", "Гродненская область"),
    ("BY-HO", "Gomel region", "Гомельская область"),
    ("BY-VI", "Vitebsk region", "Витебская область"),
    ("RS-07", "Srem district", "Сремски округ"),
];

/// Languages of pages and emails, BCP 47.
pub const LANGUAGES: [&str; 3] = ["en", "lt", "ru"];

/// Made once, by chance; municipalities' ids are made from it.
const NAMESPACE: Uuid = Uuid::from_u128(0x5f0c_6f5e_9a2b_4d1e_8c77_2b9a_41d3_7e10);

/// The id of a municipality, the same in every installation.
pub fn municipality_id(province: &str, name: &str) -> MunicipalityId {
    MunicipalityId(Uuid::new_v5(&NAMESPACE, format!("{province}/{name}").as_bytes()))
}

/// Provinces and municipalities in memory.
#[derive(Default)]
pub struct ReferenceData {
    provinces: Vec<province::Model>,
    municipalities: HashMap<MunicipalityId, municipality::Model>,
}

impl ReferenceData {
    pub async fn load(on: &impl ConnectionTrait) -> Result<Self, DomainError> {
        let provinces = province::Entity::find().order_by_asc(province::Column::Code).all(on).await?;
        let municipalities = municipality::Entity::find().all(on).await?;
        Ok(Self { provinces, municipalities: municipalities.into_iter().map(|row| (row.id, row)).collect() })
    }

    /// Provinces, by code.
    pub fn provinces(&self) -> &[province::Model] {
        &self.provinces
    }

    pub fn province(&self, code: &str) -> Option<&province::Model> {
        self.provinces.iter().find(|row| row.code == code)
    }

    pub fn municipality(&self, id: MunicipalityId) -> Option<&municipality::Model> {
        self.municipalities.get(&id)
    }

    /// The municipalities of a province, by name.
    pub fn municipalities_of(&self, province: &str) -> Vec<&municipality::Model> {
        let mut found: Vec<_> = self.municipalities.values().filter(|row| row.province == province).collect();
        found.sort_by(|a, b| a.name.cmp(&b.name));
        found
    }
}

/// Whether a database holds the checked-in tables, also what came to them since it was made.
pub async fn is_written(on: &impl ConnectionTrait) -> Result<bool, DomainError> {
    let rows = municipality::Entity::find().count(on).await?;
    Ok(rows >= checked_in().count() as u64)
}

/// Writes the checked-in tables into a database that lacks them, or some of their rows.
pub async fn write(tx: &Tx) -> Result<(), DomainError> {
    let provinces = PROVINCES.iter().map(|(code, name, local)| province::ActiveModel {
        code: Set((*code).to_owned()),
        country: Set(code[..2].to_owned()),
        name: Set((*name).to_owned()),
        name_local: Set((*local).to_owned()),
    });
    province::Entity::insert_many(provinces)
        .on_conflict(OnConflict::column(province::Column::Code).do_nothing().to_owned())
        .exec_without_returning(tx.on())
        .await?;
    let municipalities = checked_in().map(|cells| municipality::ActiveModel {
        id: Set(municipality_id(cells[0], cells[2])),
        province: Set(cells[0].to_owned()),
        kind: Set(cells[1].to_owned()),
        name: Set(cells[2].to_owned()),
        name_local: Set(cells[3].to_owned()),
    });
    municipality::Entity::insert_many(municipalities)
        .on_conflict(OnConflict::column(municipality::Column::Id).do_nothing().to_owned())
        .exec_without_returning(tx.on())
        .await?;
    Ok(())
}

/// The rows of the checked-in table: province, kind, name, name as written there.
fn checked_in() -> impl Iterator<Item = [&'static str; 4]> {
    MUNICIPALITIES.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        Some([cells.next()?, cells.next()?, cells.next()?, cells.next()?])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_municipality_lies_in_a_known_province() {
        let rows: Vec<_> = checked_in().collect();
        assert_eq!(rows.len(), MUNICIPALITIES.lines().count() - 1);
        for [province, _, name, _] in rows {
            assert!(PROVINCES.iter().any(|known| known.0 == province), "{province} {name}");
        }
    }
}
