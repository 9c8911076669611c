package news.parallax.catalog.transfer;

/** A file of an export. */
record ExportedFile(FileFormat format, String text) {}
