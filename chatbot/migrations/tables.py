"""Every table there is: importing this fills the one MetaData."""

from chatbot.actions.deeds.store import action_deeds, action_reminders
from chatbot.actions.store import action_scripts, action_targets, actions
from chatbot.audit import audit
from chatbot.bonds.store import bond_policies, bond_rates, bonds, pledges
from chatbot.calendars.store import calendar_entries, calendar_feeds
from chatbot.clusters.families.store import families, family_clusters, family_ties
from chatbot.clusters.store import cluster_members, clusters
from chatbot.digests.store import digest_parts, digest_runs, digests
from chatbot.events.series.store import event_series
from chatbot.events.store import event_moves, events
from chatbot.flows.holds.store import legal_holds
from chatbot.hearings.detention.store import alarm_tasks, alarms
from chatbot.hearings.importing.store import imported, imports
from chatbot.hearings.ladder.store import hearing_gaps, hearing_watches
from chatbot.hearings.moving.store import hearing_keeps, hearing_moves, hearing_notices
from chatbot.hearings.reporting.store import hearing_reports
from chatbot.hearings.store import hearings
from chatbot.impact.store import impact_channels, impact_months, impact_totals
from chatbot.kit.closed import closed_channels
from chatbot.kit.columns import metadata
from chatbot.kit.ids import counters
from chatbot.kit.inbox import inbox
from chatbot.kit.once import done
from chatbot.kit.outbox import outbox, post_subjects, posts
from chatbot.kit.pacing import holds
from chatbot.ledger.store import ledger_books, ledger_entries, ledger_lines
from chatbot.needs.gifts.store import need_items, need_shares
from chatbot.needs.rides.store import need_cars, need_riders, need_trips
from chatbot.needs.store import need_steps, needs
from chatbot.network.store import networks
from chatbot.people.store import grants, people, preferences
from chatbot.places.store import places
from chatbot.resources.store import resource_rules, resource_suggestions, resources
from chatbot.rooms.matches.store import stay_matches
from chatbot.rooms.notes.store import stay_notes
from chatbot.rooms.stays.store import stays
from chatbot.rooms.store import room_closed, room_hosts, room_offers
from chatbot.signups.cover.store import cover_asks, covers
from chatbot.signups.store import capacities, signups

__all__ = [
    "action_deeds",
    "action_reminders",
    "action_scripts",
    "action_targets",
    "actions",
    "alarm_tasks",
    "alarms",
    "audit",
    "bond_policies",
    "bond_rates",
    "bonds",
    "calendar_entries",
    "calendar_feeds",
    "capacities",
    "closed_channels",
    "cluster_members",
    "clusters",
    "counters",
    "cover_asks",
    "covers",
    "digest_parts",
    "digest_runs",
    "digests",
    "done",
    "event_moves",
    "event_series",
    "events",
    "families",
    "family_clusters",
    "family_ties",
    "grants",
    "hearing_gaps",
    "hearing_keeps",
    "hearing_moves",
    "hearing_notices",
    "hearing_reports",
    "hearing_watches",
    "hearings",
    "holds",
    "impact_channels",
    "impact_months",
    "impact_totals",
    "imported",
    "imports",
    "inbox",
    "ledger_books",
    "ledger_entries",
    "ledger_lines",
    "legal_holds",
    "metadata",
    "need_cars",
    "need_items",
    "need_riders",
    "need_shares",
    "need_steps",
    "need_trips",
    "needs",
    "networks",
    "outbox",
    "people",
    "places",
    "pledges",
    "post_subjects",
    "posts",
    "preferences",
    "resource_rules",
    "resource_suggestions",
    "resources",
    "room_closed",
    "room_hosts",
    "room_offers",
    "signups",
    "stay_matches",
    "stay_notes",
    "stays",
]
