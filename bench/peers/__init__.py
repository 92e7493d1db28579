"""Other tools on the same generated corpora: one module a rival, run and scored by `bench.peers.run`."""
