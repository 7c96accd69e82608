"""How fast the site is built, beside stock Pelican and Hugo: corpus, peers, runner."""
