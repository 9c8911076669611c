package news.parallax.gateway.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountryMapTest {
    private static CountryMap of(String... countries) {
        return CountryMap.of(Stream.of(countries)
                .map(country -> new CoverageSourceView(
                        "a.example", "A", country, null, null, null, null, null, List.of(), true))
                .toList());
    }

    @Test
    void countriesAreShadedByOutletsAndListedMostFirst() {
        CountryMap map = of("BE", "US", "US", "", "GB", "US", "US", "ZZ");

        assertThat(map.rows())
                .containsExactly(
                        new CountryMap.Row("US", 4),
                        new CountryMap.Row("BE", 1),
                        new CountryMap.Row("GB", 1),
                        new CountryMap.Row("ZZ", 1));
        assertThat(map.unplaced()).isEqualTo(1);
        assertThat(map.tiles())
                .extracting(CountryMap.Tile::country, CountryMap.Tile::shade)
                .containsExactly(tuple("BE", 1), tuple("GB", 1), tuple("US", 3));
    }

    @Test
    void everyCountryOfTheMapHasItsOwnSquare() {
        List<String> codes = Arrays.asList(Locale.getISOCountries());
        var cells = World.cells(codes);

        assertThat(cells).hasSizeGreaterThan(190);
        assertThat(cells.values()).doesNotHaveDuplicates();
        assertThat(cells.values()).allMatch(cell -> cell.column() < 32 && cell.row() < 18);
    }
}
