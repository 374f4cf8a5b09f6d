"""What follows once both sides have said yes: contacts, check-ins, a longer stay, an early end."""
