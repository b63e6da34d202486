"""Reports that come as email: bounces (DSN and older ones), complaints (ARF), auto-replies. Pure: bytes in, a
value out."""
