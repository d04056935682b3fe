"""Who runs each county's jail; jails, detention centres and field offices, with their phones."""
