package news.parallax.catalog.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the command is asked to do.
 *
 * @param files to import; none for an export
 * @param folder to export to; the current one for an import
 */
record TransferOptions(boolean export, int port, boolean dryRun, List<LocalFile> files, Path folder) {
    private static final String USAGE =
            "usage: import [--dry-run] [--format FORMAT] [--date YYYY-MM-DD] FILE|FOLDER…, or export FOLDER";

    /** Reads arguments; IllegalArgumentException says what is wrong with them. */
    static TransferOptions parse(List<String> arguments) throws IOException {
        Deque<String> words = new ArrayDeque<>(arguments);
        try {
            boolean export = words.pop().equals("export");
            int port = Integer.parseInt(words.pop());
            if (export) {
                return new TransferOptions(true, port, false, List.of(), Path.of(words.pop()));
            }
            return parseImport(port, words);
        } catch (NoSuchElementException | NumberFormatException e) {
            throw new IllegalArgumentException(USAGE);
        }
    }

    private static TransferOptions parseImport(int port, Deque<String> words) throws IOException {
        boolean dryRun = false;
        Optional<FileFormat> format = Optional.empty();
        String date = "";
        List<Path> paths = new ArrayList<>();
        while (!words.isEmpty()) {
            String word = words.pop();
            switch (word) {
                case "--dry-run" -> dryRun = true;
                case "--format" -> format = Optional.of(format(words.pop()));
                case "--date" -> date = words.pop();
                default -> paths.add(Path.of(word));
            }
        }
        List<LocalFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.addAll(Files.isDirectory(path) ? inFolder(path, date) : List.of(file(path, format, date)));
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(paths.isEmpty() ? USAGE : "no file there has a known name: " + paths);
        }
        return new TransferOptions(false, port, dryRun, files, Path.of(""));
    }

    private static List<LocalFile> inFolder(Path folder, String date) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted()
                    .flatMap(path -> FileFormat.ofFileName(path.getFileName().toString())
                            .map(format -> new LocalFile(path, format, date))
                            .stream())
                    .toList();
        }
    }

    private static LocalFile file(Path path, Optional<FileFormat> format, String date) throws NoSuchFileException {
        if (Files.notExists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return new LocalFile(
                path,
                format.or(() -> FileFormat.ofFileName(path.getFileName().toString()))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "%s: its name does not say what it holds; say it with --format, one of %s"
                                        .formatted(path, formats()))),
                date);
    }

    private static FileFormat format(String word) {
        return Stream.of(FileFormat.values())
                .filter(format -> word(format).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no format \"%s\"; there are %s".formatted(word, formats())));
    }

    private static String formats() {
        return String.join(
                ", ",
                Arrays.stream(FileFormat.values()).map(TransferOptions::word).toList());
    }

    private static String word(FileFormat format) {
        return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
