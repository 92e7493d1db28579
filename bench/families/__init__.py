"""Made-up families with known truth: who copied whom, which members are lost, how many sources there were."""
