"""How the demo's illustrations are drawn: few colours, large shapes, and grain instead of gradients."""
