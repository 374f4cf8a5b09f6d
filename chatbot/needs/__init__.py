"""What a family needs around a hearing, a stay or a bond: rides, letters, supplies, paperwork, and people for them."""
