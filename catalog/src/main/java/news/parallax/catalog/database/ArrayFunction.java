package news.parallax.catalog.database;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * A function of HQL, {@code one_of(:ids, id)} with a {@code String[]}: what {@code id in :ids} says, as one parameter. A query with
 * a list is translated to SQL at each call, which was a quarter of the work of recording articles; this one once. The
 * array comes first because the last argument of a function counts as a list too.
 */
public final class ArrayFunction implements FunctionContributor {
    @Override
    public void contributeFunctions(FunctionContributions functions) {
        functions
                .getFunctionRegistry()
                .patternDescriptorBuilder("one_of", "(?2=any(?1))")
                .setInvariantType(
                        functions.getTypeConfiguration().getBasicTypeRegistry().resolve(StandardBasicTypes.BOOLEAN))
                .setExactArgumentCount(2)
                .register();
    }
}
