"""Parts of three tales in German, French and Spanish, with their heroes and places annotated by hand."""
