"""The demonstration: the main job, played in the real windows by keys as a person would press them."""
