"""A small web on loopback, with names, certificates and every fault that a crawl may meet."""
