"""Who someone is in a workspace: name, language, standing, roles, and whether they agreed to the agreement."""
