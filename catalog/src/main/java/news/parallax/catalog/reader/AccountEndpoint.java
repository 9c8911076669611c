package news.parallax.catalog.reader;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.source.SourceRepository;
import news.parallax.catalog.v1.AuthenticateReaderRequest;
import news.parallax.catalog.v1.AuthenticateReaderResponse;
import news.parallax.catalog.v1.ChangePasswordRequest;
import news.parallax.catalog.v1.ChangePasswordResponse;
import news.parallax.catalog.v1.CreateReaderRequest;
import news.parallax.catalog.v1.CreateReaderResponse;
import news.parallax.catalog.v1.DeleteReaderRequest;
import news.parallax.catalog.v1.DeleteReaderResponse;
import news.parallax.catalog.v1.ExportReaderRequest;
import news.parallax.catalog.v1.ExportReaderResponse;
import news.parallax.catalog.v1.GetReaderRequest;
import news.parallax.catalog.v1.GetReaderResponse;
import news.parallax.catalog.v1.ListReadersRequest;
import news.parallax.catalog.v1.ListReadersResponse;
import news.parallax.catalog.v1.SetPlanRequest;
import news.parallax.catalog.v1.SetPlanResponse;
import news.parallax.catalog.v1.UpdatePreferencesRequest;
import news.parallax.catalog.v1.UpdatePreferencesResponse;
import news.parallax.catalog.v1.UpdateReaderRequest;
import news.parallax.catalog.v1.UpdateReaderResponse;

/** Adds readers, lets them in and lets them go. */
@Singleton
class AccountEndpoint {
    private final Calls calls;
    private final ReaderAccounts accounts;
    private final ReaderRepository readers;
    private final ReaderExportMessages exports;
    private final SourceRepository sources;

    AccountEndpoint(
            Calls calls,
            ReaderAccounts accounts,
            ReaderRepository readers,
            ReaderExportMessages exports,
            SourceRepository sources) {
        this.calls = calls;
        this.accounts = accounts;
        this.readers = readers;
        this.exports = exports;
        this.sources = sources;
    }

    Uni<UpdateReaderResponse> updateReader(UpdateReaderRequest request) {
        return calls.run(() -> {
            Optional<String> keyHash = Optional.of(request.getApiKeyHash())
                    .filter(hash -> !hash.isEmpty())
                    .map(ReaderMessages::keyHash);
            ReaderEntity reader = accounts.update(ReaderMessages.toEntity(request.getReader()), keyHash);
            return UpdateReaderResponse.newBuilder()
                    .setReader(ReaderMessages.toProto(reader))
                    .build();
        });
    }

    Uni<CreateReaderResponse> createReader(CreateReaderRequest request) {
        return calls.run(() -> {
            ReaderEntity reader = accounts.create(
                    EmailAddress.of(request.getEmail()),
                    request.getPassword(),
                    ReaderMessages.name(request.getName()),
                    ReaderMessages.plan(request.getPlan()));
            return CreateReaderResponse.newBuilder()
                    .setReader(ReaderMessages.toProto(reader))
                    .build();
        });
    }

    Uni<AuthenticateReaderResponse> authenticateReader(AuthenticateReaderRequest request) {
        return calls.run(() -> AuthenticateReaderResponse.newBuilder()
                .setReader(ReaderMessages.toProto(accounts.authenticate(request.getEmail(), request.getPassword())))
                .build());
    }

    Uni<ChangePasswordResponse> changePassword(ChangePasswordRequest request) {
        return calls.run(() -> {
            ReaderEntity reader = accounts.changePassword(
                    request.getReaderId(), request.getCurrentPassword(), request.getNewPassword());
            return ChangePasswordResponse.newBuilder()
                    .setReader(ReaderMessages.toProto(reader))
                    .build();
        });
    }

    Uni<GetReaderResponse> getReader(GetReaderRequest request) {
        return calls.runInTransaction(() -> GetReaderResponse.newBuilder()
                .setReader(ReaderMessages.toProto(readers.require(request.getReaderId())))
                .build());
    }

    Uni<ListReadersResponse> listReaders(ListReadersRequest request) {
        return calls.runInTransaction(() -> {
            String prefix = ReaderMessages.prefix(request.getPrefix());
            var pageRequest = PageRequest.of(
                    request.getPageSize(), request.getPageToken(), 2, "readers", prefix, request.getRole());
            Page<ReaderEntity> page = readers.page(pageRequest, prefix, ReaderMessages.role(request.getRole()));
            return ListReadersResponse.newBuilder()
                    .addAllReaders(
                            page.items().stream().map(ReaderMessages::toProto).toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    Uni<UpdatePreferencesResponse> updatePreferences(UpdatePreferencesRequest request) {
        return calls.run(() -> {
            var wanted = new ReaderAccounts.Preferences(
                    ReaderMessages.name(request.getName()),
                    ReaderMessages.language(request.getLanguage()),
                    ReaderMessages.edition(request.getEdition()));
            return UpdatePreferencesResponse.newBuilder()
                    .setReader(ReaderMessages.toProto(accounts.prefer(request.getReaderId(), wanted)))
                    .build();
        });
    }

    Uni<SetPlanResponse> setPlan(SetPlanRequest request) {
        return calls.run(() -> SetPlanResponse.newBuilder()
                .setReader(ReaderMessages.toProto(accounts.setPlan(
                        request.getReaderId(), ReaderMessages.saidPlan(request.getPlan()), request.getActorId())))
                .build());
    }

    Multi<ExportReaderResponse> exportReader(ExportReaderRequest request) {
        return calls.stream(() -> QuarkusTransaction.requiringNew().call(() -> {
            sources.readAsOfNow();
            return exports.of(request.getReaderId()).stream()
                    .map(record ->
                            ExportReaderResponse.newBuilder().setRecord(record).build())
                    .toList();
        }));
    }

    Uni<DeleteReaderResponse> deleteReader(DeleteReaderRequest request) {
        return calls.run(() -> {
            accounts.delete(request.getReaderId());
            return DeleteReaderResponse.getDefaultInstance();
        });
    }
}
