"""Findings and what becomes of them: fingerprints, waivers, the baseline."""
