"""What `make` calls: ground for running, testing and locking. Nothing in the product imports from here."""
