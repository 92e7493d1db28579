"""What a version kept, reworded, moved, dropped and added, sentence by sentence and word by word, typed and ranked."""
