package news.parallax.catalog.transfer;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.v1.ExportCatalogRequest;
import news.parallax.catalog.v1.ExportCatalogResponse;
import news.parallax.catalog.v1.FileHead;
import news.parallax.catalog.v1.TransferFormat;

/** Exports on the wire. */
final class ExportMessages {
    private static final String PREFIX = "TRANSFER_FORMAT_";
    private static final int PIECE_BYTES = 256 * 1024;

    private ExportMessages() {}

    /** Returns the formats that are asked for; FILE_FORMAT_UNKNOWN if one cannot be written. */
    static Set<FileFormat> toFormats(ExportCatalogRequest request) {
        Set<FileFormat> possible = EnumSet.noneOf(FileFormat.class);
        Stream.of(FileFormat.values()).filter(FileFormat::canBeExported).forEach(possible::add);
        if (request.getFormatsCount() == 0) {
            return possible;
        }
        Set<FileFormat> wanted = EnumSet.noneOf(FileFormat.class);
        for (TransferFormat format : request.getFormatsList()) {
            wanted.add(possible.stream()
                    .filter(known -> format.name().equals(PREFIX + known))
                    .findFirst()
                    .orElseThrow(() -> new Invalid(
                            "FILE_FORMAT_UNKNOWN",
                            "%s cannot be written".formatted(format),
                            Map.of("format", format.name()))));
        }
        return wanted;
    }

    static List<ExportCatalogResponse> toPieces(List<ExportedFile> files) {
        List<ExportCatalogResponse> pieces = new ArrayList<>();
        for (ExportedFile file : files) {
            pieces.add(ExportCatalogResponse.newBuilder()
                    .setFile(FileHead.newBuilder()
                            .setName(file.format().fileName())
                            .setFormat(TransferFormat.valueOf(PREFIX + file.format())))
                    .build());
            ByteString bytes = ByteString.copyFromUtf8(file.text());
            for (int at = 0; at < bytes.size(); at += PIECE_BYTES) {
                pieces.add(ExportCatalogResponse.newBuilder()
                        .setData(bytes.substring(at, Math.min(at + PIECE_BYTES, bytes.size())))
                        .build());
            }
        }
        return pieces;
    }
}
