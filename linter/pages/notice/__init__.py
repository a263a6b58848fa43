"""What a privacy notice says: one small module per element of Art. 13 and 26 GDPR."""
