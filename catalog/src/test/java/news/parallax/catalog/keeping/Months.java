package news.parallax.catalog.keeping;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The tables of the tests' database, in which articles are made to have come long ago. */
@Singleton
public class Months {
    private final DataSource database;

    Months(DataSource database) {
        this.database = database;
    }

    /** Lets all articles of a story have come in a month. */
    void letStoryCome(String storyId, LocalDate month) {
        ask("select add_month('article_text', '%s')".formatted(month));
        ask("""
                with came as (
                    update article set month = '%1$s' from membership
                    where article.id = article_id and story_id = '%2$s' returning article.id)
                update article_text set month = '%1$s' from came where article_id = came.id returning article_id
                """.formatted(month, storyId));
    }

    /** Returns the first column of a query, or of what a change returns. */
    List<String> ask(String query) {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
