package news.parallax.crawler.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * What sort of article a page is. Paid beats live, live beats opinion, opinion beats video: what a reader must know first.
 * Types of JSON-LD and meta elements count, then the section's name and the folders of the URL, whole words only.
 */
final class KindOfPage {

    private static final Pattern WORD_BORDER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final Set<String> SPONSORED = Set.of(
            "sponsored",
            "sponsored content",
            "sponsoredcontent",
            "sponsored post",
            "advertorial",
            "advertorials",
            "anzeige",
            "anzeigen",
            "partnercontent",
            "partner content",
            "paid post",
            "paidpost",
            "paid content",
            "brandcontent",
            "brand content",
            "branded content",
            "brandstudio",
            "brand studio",
            "native advertising",
            "publirreportage",
            "publireportage",
            "publi rédactionnel",
            "publirreportaje",
            "contenido patrocinado",
            "contenido de marca",
            "conteúdo patrocinado",
            "contenuto sponsorizzato",
            "contenu sponsorisé",
            "publicidad",
            "patrocinado",
            "gesponsert",
            "gesponserd",
            "partnerinhalt",
            "sponsrat",
            "annonsörinnehåll",
            "annonsørinnhold",
            "sponsoreret",
            "materiał sponsorowany",
            "artykuł sponsorowany",
            "komerční sdělení",
            "партнерский материал",
            "на правах рекламы",
            "реклама",
            "commercial feature");

    private static final Set<String> LIVE = Set.of(
            "live",
            "liveblog",
            "live blog",
            "liveblogs",
            "liveticker",
            "live ticker",
            "livefeed",
            "live updates",
            "liveupdates",
            "newsticker live",
            "en direct",
            "minuto a minuto",
            "en vivo",
            "en directo",
            "directo",
            "diretta",
            "in diretta",
            "ao vivo",
            "aovivo",
            "na żywo",
            "relacja na żywo",
            "online přenos",
            "онлайн",
            "canlı",
            "live reporting",
            "live coverage",
            "liverapport",
            "liverapportering",
            "direkte",
            "direkterapport",
            "livestream blog");

    private static final Set<String> OPINION = Set.of(
            "opinion",
            "opinions",
            "opinión",
            "opiniones",
            "opinie",
            "opinioni",
            "opinião",
            "opiniao",
            "meinung",
            "meinungen",
            "kommentar",
            "kommentare",
            "comment",
            "commentary",
            "commentisfree",
            "comment is free",
            "editorial",
            "editorials",
            "editoriales",
            "editoriais",
            "éditorial",
            "editoriale",
            "éditos",
            "edito",
            "édito",
            "leitartikel",
            "kolumne",
            "kolumnen",
            "column",
            "columns",
            "columna",
            "columnas",
            "columnistas",
            "columnists",
            "colunas",
            "colunistas",
            "commentaire",
            "tribune",
            "tribunes",
            "chronique",
            "chroniques",
            "idées",
            "débats",
            "debatt",
            "debate",
            "ledare",
            "leder",
            "kronikk",
            "kronik",
            "debat",
            "commenti",
            "commento",
            "voices",
            "viewpoint",
            "viewpoints",
            "op ed",
            "oped",
            "perspective",
            "perspectives",
            "letters",
            "gastkommentar",
            "gastbeitrag",
            "standpunkt",
            "felietony",
            "felieton",
            "komentarze",
            "komentáře",
            "názory",
            "názor",
            "мнение",
            "мнения",
            "колонки",
            "колумнисты",
            "думка",
            "погляд",
            "yazarlar",
            "köşe yazıları",
            "vélemény",
            "γνώμη",
            "απόψεις",
            "mielipide",
            "mielipiteet",
            "рубрики мнение",
            "社説",
            "社论",
            "评论",
            "評論",
            "오피니언",
            "사설",
            "رأي",
            "آراء",
            "مقالات");

    private static final Set<String> VIDEO = Set.of(
            "video",
            "videos",
            "vidéo",
            "vidéos",
            "vídeo",
            "vídeos",
            "watch",
            "видео",
            "відео",
            "wideo",
            "videó",
            "mediathek");

    private KindOfPage() {}

    static Kind of(PageMetadata meta, CanonicalUrl url, String section, String title) {
        Set<String> types = meta.types();
        Set<String> names = names(url, section, meta);
        if (types.contains("AdvertiserContentArticle") || isPaid(meta) || holdsAny(names, SPONSORED)) {
            return Kind.SPONSORED;
        }
        if (types.contains("LiveBlogPosting") || holdsAny(names, LIVE) || isLive(title)) {
            return Kind.LIVE;
        }
        boolean marked = types.contains("OpinionNewsArticle")
                || meta.meta("article:opinion").equalsIgnoreCase("true");
        if (marked || holdsAny(names, OPINION)) {
            return Kind.OPINION;
        }
        boolean video = !meta.jsonLd().hasArticle() && types.contains("VideoObject")
                || meta.meta("og:type").startsWith("video")
                || holdsAny(names, VIDEO);
        return video ? Kind.VIDEO : Kind.NEWS;
    }

    private static boolean isPaid(PageMetadata meta) {
        return Stream.of("article:sponsored", "sponsored", "is-sponsored", "native-ad")
                .map(meta::meta)
                .anyMatch(value -> value.equalsIgnoreCase("true") || value.equals("1"));
    }

    /** "Live: …", "Liveticker …", "++ …": what headlines of growing pages begin with. */
    private static boolean isLive(String title) {
        return LIVE_TITLE.matcher(title).find();
    }

    private static final Pattern LIVE_TITLE = Pattern.compile(
            "(?iu)^(?:live\\s?[:|–-]|live[- ]?(?:blog|ticker|updates)\\b|en direct\\s?[:|–-]|en vivo\\s?[:|–-]|ao vivo\\s?[:|–-]|diretta\\s?[:|–-])");

    private static boolean holdsAny(Set<String> names, Set<String> words) {
        return names.stream().anyMatch(words::contains);
    }

    /** The section and the folders of the URL, the last step left out, for that is the article's own name. */
    private static Set<String> names(CanonicalUrl url, String section, PageMetadata meta) {
        List<String> folders = HttpUrl.get(url.value()).pathSegments();
        return Stream.of(folders.stream().limit(folders.size() - 1L), Stream.of(section), meta.metas("article:section"))
                .flatMap(names -> names)
                .map(name -> WORD_BORDER
                        .matcher(name.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip())
                .collect(Collectors.toSet());
    }
}
