"""What people did: a call, a letter, a signature, a testimony; once a person, office, kind and local day."""
