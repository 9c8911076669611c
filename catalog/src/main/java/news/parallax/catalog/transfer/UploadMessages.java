package news.parallax.catalog.transfer;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.v1.FileHead;
import news.parallax.catalog.v1.ImportCatalogRequest;
import news.parallax.catalog.v1.TransferFormat;

/** Puts the pieces of an import together. One writer. */
final class UploadMessages {
    private static final String PREFIX = "TRANSFER_FORMAT_";
    private static final int NAME_LENGTH_MAX = 200;

    private final TransferLimits limits;
    private final List<FileHead> heads = new ArrayList<>();
    private final List<ByteString> contents = new ArrayList<>();
    private boolean dryRun;
    private long bytes;

    UploadMessages(TransferLimits limits) {
        this.limits = limits;
    }

    /** Takes the next piece; refuses one that is out of place, or too many of them. */
    void add(ImportCatalogRequest request) {
        switch (request.getPieceCase()) {
            case OPTIONS -> {
                requirePlace(heads.isEmpty());
                dryRun = request.getOptions().getDryRun();
            }
            case FILE -> {
                heads.add(check(request.getFile()));
                contents.add(ByteString.EMPTY);
            }
            case DATA -> {
                requirePlace(!heads.isEmpty());
                bytes += request.getData().size();
                contents.add(contents.removeLast().concat(request.getData()));
            }
            case PIECE_NOT_SET -> requirePlace(false);
        }
        limits.check(heads.size(), bytes);
    }

    boolean dryRun() {
        return dryRun;
    }

    List<TransferFile> files() {
        List<TransferFile> files = new ArrayList<>();
        for (FileHead head : heads) {
            files.add(new TransferFile(
                    head.getName(),
                    FileFormat.valueOf(head.getFormat().name().substring(PREFIX.length())),
                    Moments.read("rate_date", head.getRateDate()),
                    contents.get(files.size()).toByteArray()));
        }
        return files;
    }

    private static FileHead check(FileHead head) {
        boolean named = !head.getName().isBlank()
                && head.getName().length() <= NAME_LENGTH_MAX
                && head.getName().chars().noneMatch(Character::isISOControl);
        if (!named) {
            throw new Invalid("FILE_NAME_INVALID", "A file needs a name", Map.of("name", head.getName()));
        }
        if (head.getFormat() == TransferFormat.TRANSFER_FORMAT_UNSPECIFIED
                || head.getFormat() == TransferFormat.UNRECOGNIZED) {
            throw new Invalid(
                    "FILE_FORMAT_UNKNOWN",
                    "It is not said what %s holds".formatted(head.getName()),
                    Map.of("name", head.getName()));
        }
        return head;
    }

    private static void requirePlace(boolean inPlace) {
        if (!inPlace) {
            throw new Invalid(
                    "PIECE_OUT_OF_PLACE", "Options come first, then of each file its head and its bytes", Map.of());
        }
    }
}
