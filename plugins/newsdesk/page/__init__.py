"""The Pelican edge: what was filed becomes pages, lists and the plan of the site."""
