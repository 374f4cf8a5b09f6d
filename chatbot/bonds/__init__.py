"""Bond drives and legal fees: what a network raises, from the first pledge to the refund a year later."""
