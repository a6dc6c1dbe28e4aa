"""What must hold before anything is published. One file per check; none renders anything."""
