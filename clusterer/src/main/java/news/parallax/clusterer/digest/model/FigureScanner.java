package news.parallax.clusterer.digest.model;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers of a text: digits, words and Chinese numerals, with what they are multiplied by and their units. */
final class FigureScanner {

    private static final Pattern PERCENT =
            Pattern.compile("(?iu)\\b(per cent|pour cent|por ciento|por cento|per cento|pro cent)\\b|百分之");

    private static final Pattern TOKEN =
            Pattern.compile("(?<digits>\\p{Nd}{1,3}(?: \\p{Nd}{3})+(?![\\p{Nd}])(?:[.,]\\p{Nd}+)?"
                    + "|\\p{Nd}+(?:[.,'’٫٬]\\p{Nd}+)*)"
                    + "|(?<numerals>[" + ChineseNumerals.ALL + "]+)"
                    + "|(?<word>[\\p{L}\\p{M}&&[^" + ChineseNumerals.ALL + "]]+)"
                    + "|(?<symbol>[%$€£¥₽₹])");

    private static final Pattern GROUPED = Pattern.compile("\\p{Nd}{1,3}(\\D\\p{Nd}{3})+");

    private final String language;
    private final NumberWords words;
    private final List<Figure> figures = new ArrayList<>();
    private final StringBuilder rest;
    private final String text;

    /** The number being read. */
    private Optional<GrowingNumber> open = Optional.empty();

    private int openStart;
    private int openEnd;

    /** Unit before the number that may follow. */
    private String unitBefore = "";

    private int unitBeforeEnd;

    private FigureScanner(String text, String language) {
        this.text = normalized(text);
        this.rest = new StringBuilder(this.text);
        this.language = language;
        this.words = NumberWords.of(language);
        read();
    }

    /**
     * What was found.
     *
     * @param figures in order
     * @param rest the text with blanks in the place of the numbers
     */
    record Scan(List<Figure> figures, String rest) {}

    static Scan scan(String text, String language) {
        var scanner = new FigureScanner(text, language);
        return new Scan(List.copyOf(scanner.figures), scanner.rest.toString());
    }

    /** One form of every letter and of the percent sign: what is compared is written alike. */
    static String normalized(String text) {
        return PERCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("%");
    }

    private void read() {
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (token.group("digits") != null) {
                digits(token);
            } else if (token.group("numerals") != null) {
                numerals(token);
            } else {
                word(token);
            }
        }
        close("");
    }

    private void digits(Matcher token) {
        close("");
        List<BigDecimal> values = values(token.group());
        if (values.size() > 1) {
            values.forEach(value -> figures.add(new Figure(value, "")));
            blank(token.start(), token.end());
        } else {
            open(GrowingNumber.ofDigits(values.getFirst()), token);
        }
    }

    private void numerals(Matcher token) {
        if (continues(token) && ChineseNumerals.multiplier(token.group()).isPresent()) {
            extend(token, ChineseNumerals.multiplier(token.group()).orElseThrow());
            return;
        }
        close("");
        ChineseNumerals.value(token.group()).ifPresent(value -> open(GrowingNumber.ofWord(value), token));
    }

    /** A word or a sign. */
    private void word(Matcher token) {
        Optional<BigDecimal> multiplier = words.multiplier(token.group());
        Optional<BigDecimal> value = words.value(token.group());
        Optional<Units.Unit> unit = Units.at(token.group());
        if (continues(token) && multiplier.isPresent()) {
            extend(token, multiplier.get());
        } else if (continues(token) && value.isPresent() && open.orElseThrow().accepts(value.get())) {
            open.orElseThrow().add(value.get());
            openEnd = token.end();
        } else if (continues(token) && unit.isPresent()) {
            openEnd = token.start() + unit.get().characters();
            close(unit.get().name());
        } else {
            close("");
            multiplier.or(() -> value).ifPresent(number -> open(GrowingNumber.ofWord(number), token));
            unitBefore = unit.map(Units.Unit::name).orElse("");
            unitBeforeEnd = token.end();
        }
    }

    private void open(GrowingNumber number, Matcher token) {
        open = Optional.of(number);
        openStart = token.start();
        openEnd = token.end();
        if (!unitBefore.isEmpty() && !text.substring(unitBeforeEnd, openStart).isBlank()) {
            unitBefore = "";
        }
    }

    private void extend(Matcher token, BigDecimal multiplier) {
        open.orElseThrow().multiply(multiplier);
        openEnd = token.end();
    }

    private boolean continues(Matcher token) {
        if (open.isEmpty()) {
            return false;
        }
        String between = text.substring(openEnd, token.start());
        boolean afterAbbreviation = Character.isLetter(text.charAt(openEnd - 1)) && between.matches("\\. ?");
        return afterAbbreviation || between.matches("[ -]?");
    }

    /** The word "one" alone is an article or a pronoun in most languages, and no number. */
    private void close(String unit) {
        open.filter(number -> !number.isTheWordOne()).ifPresent(number -> {
            figures.add(new Figure(number.value(), unit.isEmpty() ? unitBefore : unit));
            blank(openStart, openEnd);
        });
        if (open.isPresent()) {
            unitBefore = "";
        }
        open = Optional.empty();
    }

    private void blank(int start, int end) {
        rest.replace(start, end, " ".repeat(end - start));
    }

    /** The number that digits with separators mean; the parts of a date like "2.3.2026". */
    private List<BigDecimal> values(String written) {
        String plain = digitsOf(written).replaceAll("[ '’٬]", "").replace('٫', '.');
        String marks = plain.replaceAll("[^.,]", "");
        if (marks.isEmpty()) {
            return List.of(new BigDecimal(plain));
        }
        char last = marks.charAt(marks.length() - 1);
        boolean lastIsAlone = marks.indexOf(last) == marks.length() - 1;
        if (marks.length() > 1 && lastIsAlone) {
            String grouping = last == '.' ? "," : ".";
            return List.of(new BigDecimal(plain.replace(grouping, "").replace(last, '.')));
        }
        boolean oneKind = marks.chars().distinct().count() == 1;
        if (oneKind && GROUPED.matcher(plain).matches() && (marks.length() > 1 || last != decimalMark())) {
            return List.of(new BigDecimal(plain.replaceAll("[.,]", "")));
        }
        if (marks.length() == 1) {
            return List.of(new BigDecimal(plain.replace(last, '.')));
        }
        return Pattern.compile("[.,]").splitAsStream(plain).map(BigDecimal::new).toList();
    }

    private char decimalMark() {
        return DecimalFormatSymbols.getInstance(Locale.forLanguageTag(language)).getDecimalSeparator();
    }

    /** Writes digits of any script as those of ASCII. */
    private static String digitsOf(String written) {
        StringBuilder plain = new StringBuilder(written.length());
        written.codePoints()
                .forEach(c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return plain.toString();
    }
}
