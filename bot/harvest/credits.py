"""The SOURCES.toml of the roster's and of custody's tables: source, date, licence, credit."""

from __future__ import annotations

from datetime import date

LIST_DATE = date(2026, 7, 24)
WORKBOOK_DATE = date(2026, 5, 18)
PENDING_DATE = date(2026, 2, 27)

_HEAD = """\
# Where the tables of this folder come from. They are our own compact layout of public facts.
"""
_MIGRANT_USA = "MigrantUSA, CC BY 4.0, migrantusa.com/datasets"
_US_WORK = "US government work, public domain"

ROSTER_SOURCES = f"""\
{_HEAD}
[agreements]
source = "ICE, list of participating agencies, flattened by MigrantUSA (us-immigration-data)"
list_date = {LIST_DATE}
licence = "facts of the US government; the compilation CC BY 4.0"
credit = "{_MIGRANT_USA}"

[links_and_types]
source = "ICE, workbook of participating agencies"
list_date = {WORKBOOK_DATE}
licence = "{_US_WORK}"
credit = "ICE, by way of RelevantResearch/287g-DetentionData"

[left]
source = "our own comparison of ICE's lists from 2025-02-21 on"
list_date = {LIST_DATE}
licence = "CC BY 4.0"
credit = "lists: ICE; {_MIGRANT_USA}"

[history]
source = "ICE's lists of participating agencies, eight of them, followed from each to the next"
list_date = {LIST_DATE}
licence = "{_US_WORK}; the newest by way of a CC BY 4.0 compilation"
credit = "lists: ICE, by way of RelevantResearch/287g-DetentionData; {_MIGRANT_USA}"

[sightings]
source = "our own comparison of 214 of ICE's lists from 2025-02-21 to 2026-05-18"
list_date = {WORKBOOK_DATE}
licence = "CC BY 4.0"
credit = "lists: ICE"

[pending]
source = "ICE, list of pending agencies; one that is older than the roster is not used"
list_date = {PENDING_DATE}
licence = "{_US_WORK}"
credit = "ICE, by way of RelevantResearch/287g-DetentionData"

[bodies]
source = "HIFLD Open, Local Law Enforcement (US Department of Homeland Security), mostly 2018-2019"
date = 2019-12-31
licence = "{_US_WORK}"
credit = "HIFLD Open (copy at DataLumos 239493), by way of deportationdata/ice-detention-facilities"

[placements]
source = "written by hand, one reason a row"
licence = "CC BY 4.0"
"""

CUSTODY_SOURCES = f"""\
{_HEAD}
[operators]
source = "our own compilation from US government lists, ICE's list and public pages"
date = 2026-11-22
licence = "facts; own work otherwise, CC BY 4.0"
credit = "{_MIGRANT_USA}"

[jails]
source = "HIFLD Open, Prison Boundaries (US Department of Homeland Security)"
date = 2024-10-01
licence = "{_US_WORK}"
credit = "HIFLD Open (copy at DataLumos 240534), by way of deportationdata/ice-detention-facilities"

[calls]
source = "HIFLD Open, Prison Boundaries and Local Law Enforcement; one a county by our rules"
date = 2024-10-01
licence = "{_US_WORK}"
credit = "HIFLD Open, by way of deportationdata/ice-detention-facilities"

[facilities]
source = "ICE detention statistics FY26, workbook of 2026-04-09, people held on the date below"
date = 2026-04-02
licence = "{_US_WORK}"
credit = "ICE, by way of CarwilB/ice-detention; phones: HIFLD Open"

[field_offices]
source = "ICE field offices and the counties in their areas, spring 2026"
date = 2026-04-01
licence = "CC0 (deportationdata/ice-offices); ice.gov text is public domain"
credit = "deportationdata/ice-offices; phones: ice.gov, by way of CarwilB/ice-detention"
"""
