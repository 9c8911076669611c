package news.parallax.gateway.desk;

import java.util.List;

/**
 * The jobs of the catalog.
 *
 * @param jobs all of them
 */
public record JobListView(List<JobView> jobs) {}
