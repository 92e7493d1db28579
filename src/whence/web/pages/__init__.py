"""The pages, one file each; `registered.PAGES` lists them."""
