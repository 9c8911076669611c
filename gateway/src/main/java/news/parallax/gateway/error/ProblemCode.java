package news.parallax.gateway.error;

import java.util.Arrays;
import java.util.Optional;

/** Everything that can go wrong with a request, for programs: names are stable, in problem+json and in the README. */
public enum ProblemCode {
    STORY_MERGED(301, "The story became part of another one, whose address is in Location."),

    PARAMETER_UNKNOWN(400, "The route has no such query parameter."),
    PARAMETER_REPEATED(400, "The query parameter may be given once."),
    PARAMETER_INVALID(400, "The query parameter has a value that is not understood."),
    PARAMETER_MISSING(400, "The query parameter has to be given."),
    CURSOR_INVALID(400, "The cursor is none, or of a list with another order or filter."),
    QUERY_TOO_LONG(400, "The search has too many characters."),
    QUERY_TOO_COMPLEX(400, "The search has too many terms."),
    QUERY_WITHOUT_WORDS(400, "The search has no letter and no digit."),
    FILTER_INVALID(400, "A filter names what is no country, no language or no number of outlets."),
    FILTER_TOO_LONG(400, "A filter has more than 20 values."),
    TEXT_TOO_LONG(400, "What was typed is too long to be the beginning of a name."),
    URL_INVALID(400, "The URL is no absolute http or https URL."),
    BODY_INVALID(400, "The body is not the JSON that the route expects; the detail says where."),
    EMAIL_INVALID(400, "This is no e-mail address."),
    PASSWORD_INVALID(400, "The password is too short or too long."),
    NAME_INVALID(400, "The name is too long or holds control characters."),
    LANGUAGE_INVALID(400, "This is no language in which there are pages."),
    EDITION_INVALID(400, "This is no country and no language."),
    RESUME_TOKEN_INVALID(400, "The id of the last event is none of this stream."),
    ADDRESS_INVALID(400, "The address is none: a % stands alone in it, or a character that has to be escaped."),
    INVALID_ARGUMENT(400, "The request is malformed in another way; the detail says how."),

    API_KEY_UNKNOWN(401, "Nobody has this API key."),
    LOGIN_REQUIRED(401, "Only a reader can be answered: log in, or send an API key."),
    CREDENTIALS_REFUSED(401, "Address and password do not belong together."),

    CAPABILITY_LOCKED(403, "The answer would tell what the reader's plan leaves out."),
    CROSS_SITE_REQUEST(403, "The form stood on another site."),
    KEY_SCOPE_TOO_NARROW(403, "The key is only to read what everybody may read."),
    SESSION_REQUIRED(403, "Only a reader who is logged in may do this, no key."),
    OPERATOR_REQUIRED(403, "Only operators may do this."),
    SAVED_STORIES_FULL(403, "The reader's plan keeps no more saved stories."),
    WEBHOOKS_OFF(403, "No webhooks are sent from here."),
    TOO_MANY_WEBHOOKS(403, "The reader has as many webhooks as may be."),

    STORY_NOT_FOUND(404, "There is no story of this id, or it did not exist at that moment."),
    ARTICLE_NOT_FOUND(404, "There is no article of this id."),
    SOURCE_NOT_FOUND(404, "There is no outlet of this domain or page."),
    SUBJECT_NOT_FOUND(404, "There is no topic, person or place of this id."),
    EDITION_NOT_FOUND(404, "No outlet is of this country or language."),
    OWNER_NOT_FOUND(404, "There is no owner of this id."),
    KEY_NOT_FOUND(404, "The reader has no key of this id."),
    SESSION_UNKNOWN(404, "The reader has no session of this id."),
    WEBHOOK_NOT_FOUND(404, "The reader has no webhook of this id."),
    DELIVERY_NOT_FOUND(404, "The reader's webhooks have no message of this id."),
    READER_NOT_FOUND(404, "The reader was deleted."),
    NOT_FOUND(404, "Something else was not found; the detail says what."),
    NO_SUCH_PAGE(404, "There is no route at this address."),

    METHOD_NOT_ALLOWED(405, "The address does not take this method; Allow names those that it takes."),
    NOT_ACCEPTABLE(406, "The address has no representation that Accept asks for."),
    EMAIL_TAKEN(409, "A reader has this address."),
    CONFLICT(409, "The request does not fit what is there; the detail says how."),
    RESUME_TOKEN_EXPIRED(
            410, "Changes after the last event are no longer kept: read the lists anew, and come without it."),
    BODY_TOO_LARGE(413, "The body of the request is too large."),
    MEDIA_TYPE_UNSUPPORTED(415, "The address takes no body of this type."),
    TOO_MANY_REQUESTS(429, "More requests came than are granted; Retry-After and RateLimit-Reset say when to go on."),
    TOO_MANY_TRIES(429, "Too many tries to enter; Retry-After says when to go on."),
    REQUEST_FAILED(400, "The request could not be answered for another reason; the status says more."),

    TOO_MANY_STREAMS(429, "So many streams are open, in all or by this reader or address, that no more can be."),

    INTERNAL(500, "Something went wrong in the gateway; it has been noted."),
    CATALOG_FAILED(502, "The catalog could not answer."),
    TOO_MANY_WATCHERS(503, "The catalog streams changes to as many as it can."),
    CATALOG_UNAVAILABLE(503, "The catalog cannot be reached; Retry-After says when to try again."),
    BUSY(503, "Too much is asked at once; Retry-After says when to try again."),
    CATALOG_TOO_SLOW(504, "The catalog did not answer in time; Retry-After says when to try again.");

    private final int status;
    private final String text;

    ProblemCode(int status, String text) {
        this.status = status;
        this.text = text;
    }

    /** The HTTP status it comes with. */
    public int status() {
        return status;
    }

    /** What it means, in a sentence. */
    public String text() {
        return text;
    }

    /** Returns the code of a reason that the catalog gives; empty if it is none of ours. */
    static Optional<ProblemCode> of(String reason) {
        return Arrays.stream(values())
                .filter(code -> code.name().equals(reason))
                .findFirst();
    }
}
