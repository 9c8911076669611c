package news.parallax.crawler.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Dates that a page shows to people around its article. The nearer to the headline and the plainer marked as a day of
 * publication, the better.
 */
final class ShownDates {

    private static final int TEXT_CHARS_MAX = 160;
    private static final int SHORTEST = 6;
    private static final int BARE_TEXT_CHARS_MAX = 60;
    private static final int DATES_MAX = 200;
    private static final int FARTHEST = 160;
    private static final double COST_OF_A_DOUBT = 15;
    private static final double COST_OF_AN_ELEMENT = 0.25;

    private static final Pattern WORD_BORDER = Pattern.compile("[^a-z0-9]+");

    private static final Pattern PUBLISHED_MARK = Pattern.compile(
            "pub(lish|lication|date|time|_?date)|published|posted|post-?date|entry-?date|article-?date|date-?pub|veroeffentlich"
                    + "|erschienen|datum-?erst|dateline|created|release-?date");

    private static final Pattern CHANGED_MARK = Pattern.compile("modif|updat|lastmod|aktualis|changed|edited|actualiz");

    private static final Set<String> DATE_WORDS = Set.of(
            "date",
            "datum",
            "fecha",
            "data",
            "datetime",
            "time",
            "timestamp",
            "dato",
            "day",
            "uhrzeit",
            "zeit",
            "dtime",
            "meta",
            "byline",
            "info",
            "infoline",
            "details",
            "published",
            "submitted",
            "author",
            "autor",
            "posted",
            "datestamp",
            "kicker",
            "subtitle",
            "dateline",
            "tarih",
            "hora",
            "horario",
            "ora",
            "pubtime",
            "ptime");

    /** "Published" and its like, in lowercase, before or after a date. */
    private static final Pattern PUBLISHED_WORDS = Pattern.compile(
            "publi|posted|post(ed)? on|veröffentlich|erschienen|erstellt|vom |stand|datum|geschrieben|eingestellt|online seit"
                    + "|publicad|creado|escrito|pubblicat|gepubliceerd|geplaatst|opublikowan|data publikacji|dodano"
                    + "|опубликован|дата|размещен|zveřejněn|publikov|vydáno|julkaist|yayın|tarih|δημοσ|publicerad|udgivet"
                    + "|publisert|közzétéve|megjelent|发布|發布|发表|時間|时间|日期|投稿日|公開日|掲載|配信|입력|등록|تاریخ|نشر"
                    + "|đăng|terbit|released|issued|date:|first aired|created|le :|mis en ligne|paru|postad|by ");

    private static final Pattern CHANGED_WORDS = Pattern.compile(
            "updat|modif|revis|changed|edited|aktualisi|geändert|überarbeit|letzte änderung|mise? à jour|mis à jour|actualiz"
                    + "|atualiz|aggiorna|bijgewerkt|gewijzigd|aktualiz|zaktualiz|обновл|изменен|оновлен|päivit|muokattu"
                    + "|güncel|ενημ|uppdater|opdater|oppdater|frissít|módosít|更新|수정|تحديث|cập nhật|diperbarui|last reviewed"
                    + "|bearbeitet|editad");

    /** Dates of events, of books and of pictures, which are no days of publication. */
    private static final Pattern OTHER_WORDS = Pattern.compile(
            "copyright|©|foto:|photo:|member since|registriert|joined|beiträge:|dabei seit|geboren|birthday|expires|gültig"
                    + "|bis zum|until|valid|abgerufen|retrieved|accessed");

    private final DateText texts;
    private final ArticleScope scope;
    private final List<Shown> published = new ArrayList<>();
    private final List<StatedTime> changed = new ArrayList<>();

    private record Shown(StatedTime time, double worth) {}

    ShownDates(ArticleScope scope, DateText texts) {
        this.scope = scope;
        this.texts = texts;
        List<Element> elements = scope.elements();
        for (int i = 0; i < elements.size() && published.size() < DATES_MAX; i++) {
            read(elements.get(i), i);
        }
        published.sort(Comparator.comparingDouble(Shown::worth).reversed());
    }

    /** The dates that may be the day of publication, the best first. */
    List<StatedTime> published() {
        return published.stream().map(Shown::time).toList();
    }

    /** The best if it stands near the headline or is marked as what it is. */
    Optional<StatedTime> sure() {
        return published.stream()
                .filter(shown -> shown.worth() >= 30)
                .map(Shown::time)
                .findFirst();
    }

    Optional<StatedTime> changed() {
        return changed.stream().findFirst();
    }

    private void read(Element element, int index) {
        String marks =
                ArticleScope.marks(element) + " " + element.attr("itemprop").toLowerCase(Locale.ROOT);
        boolean time =
                element.normalName().equals("time") || element.normalName().equals("abbr");
        machine(element, time)
                .flatMap(stated -> StatedTime.parse(stated, texts))
                .ifPresentOrElse(
                        stated -> add(stated, marks, "", time ? 60 : 45, index), () -> text(element, marks, index));
    }

    private static Optional<String> machine(Element element, boolean time) {
        for (String attribute : List.of(
                "datetime",
                "data-datetime",
                "data-published",
                "data-publish-date",
                "data-date",
                "data-time",
                "data-timestamp",
                "data-utime",
                "data-pubdate",
                "data-iso")) {
            if (element.hasAttr(attribute) && !element.attr(attribute).isBlank()) {
                return Optional.of(element.attr(attribute));
            }
        }
        if (element.hasAttr("content") && element.attr("itemprop").contains("date")) {
            return Optional.of(element.attr("content"));
        }
        boolean titled = time && element.hasAttr("title");
        return titled ? Optional.of(element.attr("title")) : Optional.empty();
    }

    private void text(Element element, String marks, int index) {
        String own = PageMetadata.plain(element.ownText());
        if (own.length() > TEXT_CHARS_MAX) {
            return;
        }
        String whole = element.childrenSize() == 0 ? own : ShortText.of(element, TEXT_CHARS_MAX);
        if (!ShortText.holdsDigit(whole) && !ShortText.holdsDigit(own)) {
            return;
        }
        boolean marked = isMarked(marks) || element.normalName().equals("time");
        String text = marked && !whole.isEmpty() ? whole : own;
        if (text.length() < SHORTEST) {
            return;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        int from = 0;
        for (DateText.Found found : texts.all(text)) {
            String before = lower.substring(Math.min(from, lower.length()), Math.min(found.start(), lower.length()));
            boolean said = PUBLISHED_WORDS.matcher(before).find();
            boolean bare = text.length() <= BARE_TEXT_CHARS_MAX;
            if (marked || said || bare || CHANGED_WORDS.matcher(lower).find()) {
                double worth = said ? 55 : marked ? 50 : 30;
                String around =
                        before.isBlank() && from == 0 ? lower.substring(Math.min(found.end(), lower.length())) : before;
                add(StatedTime.ofDay(found.day()), marks, around, worth, index);
            }
            from = found.end();
        }
    }

    private static boolean isMarked(String marks) {
        if (PUBLISHED_MARK.matcher(marks).find()) {
            return true;
        }
        for (String word : WORD_BORDER.split(marks)) {
            if (DATE_WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private void add(StatedTime time, String marks, String around, double given, int index) {
        double worth = given;
        if (OTHER_WORDS.matcher(around).find()) {
            return;
        }
        boolean saidPublished = PUBLISHED_WORDS.matcher(around).find();
        boolean markedPublished = PUBLISHED_MARK.matcher(marks).find();
        if (CHANGED_WORDS.matcher(around).find() && !saidPublished
                || CHANGED_MARK.matcher(marks).find() && !markedPublished) {
            changed.add(time);
            if (CHANGED_WORDS.matcher(around).find()) {
                return;
            }
            worth -= COST_OF_A_DOUBT; // blogs mark their only date as "updated"
        }
        published.add(new Shown(time, worth + (markedPublished ? 25 : 0) - distanceCost(index)));
    }

    private double distanceCost(int index) {
        int headline = scope.headlineIndex();
        if (headline < 0) {
            return 0.01 * Math.min(index, 1000);
        }
        int distance = index >= headline ? index - headline : 2 * (headline - index);
        return COST_OF_AN_ELEMENT * Math.min(distance, FARTHEST) + 0.001 * Math.min(distance, 5000);
    }

    /** Whether a day is among the shown. */
    boolean shows(LocalDate day) {
        return published.stream().anyMatch(shown -> shown.time().day().equals(day));
    }
}
