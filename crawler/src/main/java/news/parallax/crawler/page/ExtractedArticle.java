package news.parallax.crawler.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import news.parallax.crawler.robots.RobotsDirectives;
import news.parallax.crawler.text.HarmlessText;

/**
 * What a page says. Every string is plain text in which nothing runs or loads, and empty if the page does not say.
 *
 * @param publisher name of the outlet as the page states it
 * @param text what the page shows, with its lead, paragraphs separated by an empty line
 * @param language BCP-47
 * @param publishDay on the calendar of the outlet; the day of {@code publishTime} in UTC may be its neighbour
 * @param imageUrl absolute
 * @param paywall whether the whole text is only for paying readers
 * @param wireCredit news agency that the page credits
 * @param publisherGroup that the outlet belongs to, as the page states it
 * @param directives what the page's meta elements ask of robots
 */
public record ExtractedArticle(
        CanonicalUrl url,
        String publisher,
        String title,
        String lead,
        String text,
        List<String> authors,
        String language,
        Optional<Instant> publishTime,
        Optional<LocalDate> publishDay,
        Optional<Instant> modifyTime,
        String imageUrl,
        String section,
        Kind kind,
        boolean paywall,
        String wireCredit,
        String publisherGroup,
        RobotsDirectives directives) {

    public ExtractedArticle {
        publisher = HarmlessText.of(publisher);
        title = HarmlessText.of(title);
        lead = HarmlessText.of(lead);
        text = HarmlessText.of(text);
        authors = authors.stream().map(HarmlessText::of).toList();
        imageUrl = HarmlessText.url(imageUrl);
        section = HarmlessText.of(section);
        wireCredit = HarmlessText.of(wireCredit);
        publisherGroup = HarmlessText.of(publisherGroup);
    }

    /** An article whose outlet's calendar is not known, and that asks nothing of robots. */
    public ExtractedArticle(
            CanonicalUrl url,
            String publisher,
            String title,
            String lead,
            String text,
            List<String> authors,
            String language,
            Optional<Instant> publishTime,
            Optional<Instant> modifyTime,
            String imageUrl,
            String section,
            Kind kind,
            boolean paywall,
            String wireCredit) {
        this(
                url,
                publisher,
                title,
                lead,
                text,
                authors,
                language,
                publishTime,
                publishTime.map(time -> time.atZone(ZoneOffset.UTC).toLocalDate()),
                modifyTime,
                imageUrl,
                section,
                kind,
                paywall,
                wireCredit,
                "",
                RobotsDirectives.NONE);
    }

    /** The text without the lead that it begins with: what copies in other outlets share. */
    public String body() {
        return !lead.isEmpty() && text.startsWith(lead) && text.length() > lead.length()
                ? text.substring(lead.length()).strip()
                : text;
    }

    /** The same without its text, for a publisher who does not want it kept. */
    public ExtractedArticle withoutText() {
        return new ExtractedArticle(
                url,
                publisher,
                title,
                lead,
                "",
                authors,
                language,
                publishTime,
                publishDay,
                modifyTime,
                imageUrl,
                section,
                kind,
                paywall,
                wireCredit,
                publisherGroup,
                directives);
    }
}
