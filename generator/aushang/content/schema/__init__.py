"""What may stand in each kind of file: typed models, their faults in words, their JSON Schemas."""
