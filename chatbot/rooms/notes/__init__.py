"""What is written about a stay for few eyes: a host's question and its answer, and notes between coordinators."""
