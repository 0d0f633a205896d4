"""Appeals for support: which of them stand at a story, how they are counted, and what the desk does with them."""
