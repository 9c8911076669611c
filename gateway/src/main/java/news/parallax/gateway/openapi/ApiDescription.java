package news.parallax.gateway.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.IndexView;

/**
 * Completes the description of the API when the gateway is built: who may ask, what each field is and takes, what can go
 * wrong with each operation, and an example of each answer.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {
    private static final Map<String, String> TAGS = Map.of(
            "Articles", "Articles and why they are in their stories.",
            "Desk", "What operators see and do; everybody else is refused.",
            "Editions", "News by country, language and day.",
            "Readers", "The reader of the key: what they follow, mute, save and hold.",
            "Search", "Finding stories, subjects, outlets and pages of the web.",
            "Sources", "Outlets, who rates them and who owns them.",
            "Stream", "Changes of stories as they happen.",
            "Stories", "Events, as told by all articles that report them.",
            "Subjects", "Topics, people and places that stories are about.");

    private final ViewDescriptions views;

    /** @param index the classes of the gateway */
    public ApiDescription(IndexView index) {
        views = new ViewDescriptions(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setServers(List.of(OASFactory.createServer().url("/").description("This gateway.")));
        api.setTags(tags(api));
        addSecurity(api);
        ProblemDescriptions.addTo(api);
        api.getComponents().getSchemas().forEach(views::complete);
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> new OperationDescription(api, path, operation).complete()));
    }

    /** Those that operations name, sorted; a tag that is not described here shows its own name. */
    private static List<Tag> tags(OpenAPI api) {
        return api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getTags().stream())
                .distinct()
                .sorted()
                .map(name -> OASFactory.createTag().name(name).description(TAGS.getOrDefault(name, name + ".")))
                .toList();
    }

    /** A key, a session, or neither: visitors are readers too. */
    private static void addSecurity(OpenAPI api) {
        api.getComponents()
                .addSecurityScheme(
                        "apiKey",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-Api-Key")
                                .description("A reader's key. Without one the answer is that of a visitor's plan."))
                .addSecurityScheme(
                        "session",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("parallax_session")
                                .description(
                                        "The session of a reader's browser; named __Host-parallax_session where the"
                                                + " world comes by TLS."));
        SecurityRequirement nobody = OASFactory.createSecurityRequirement();
        api.setSecurity(List.of(
                nobody,
                OASFactory.createSecurityRequirement().addScheme("apiKey"),
                OASFactory.createSecurityRequirement().addScheme("session")));
    }
}
