"""Pages and API: what a store holds, in a browser and as JSON; works without scripts, asks nothing of the network."""
