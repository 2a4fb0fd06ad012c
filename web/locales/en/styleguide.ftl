# The style guide.

guide-title = Style guide
guide-acts = Buttons
guide-tags = Tags
guide-tag = Tag
guide-clocks = Due dates
guide-days = Dates and times
guide-notices = Messages
guide-steps = Steps
guide-rows = Rows and pages
guide-empty = Empty lists
guide-readiness = Readiness
guide-facts = Facts
guide-timeline = Timeline
guide-offers = Services on offer
guide-fields = Fields
guide-scopes = Shared information
guide-wrong = Fields with errors
guide-confirm = Confirmation
guide-place = Parish day centre
guide-hint = A short sentence that explains.
guide-said = A volunteer will take him to the bus.
guide-said-by-us = Thank you, we will wait for him there.
