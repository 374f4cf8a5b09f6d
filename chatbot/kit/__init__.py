"""What every room stands on: clock, database, sealing, guard, codes, refusals, inbox, outbox and the catalogues."""
