# The styleguide.

guide-title = Styleguide
guide-acts = Buttons
guide-tags = Tags
guide-tag = A tag
guide-clocks = Clocks
guide-days = Days and hours
guide-notices = Notices
guide-steps = Steps
guide-rows = Rows and pages
guide-empty = Nothing here
guide-readiness = Readiness
guide-facts = Facts
guide-timeline = Timeline
guide-offers = Services on offer
guide-fields = Fields
guide-scopes = What may be shared
guide-wrong = Fields to be mended
guide-confirm = Confirmation
guide-place = Parish day centre
guide-hint = A sentence that explains, and stays short.
guide-said = Somebody will bring him to the bus.
guide-said-by-us = Thank you, we will wait for him there.
