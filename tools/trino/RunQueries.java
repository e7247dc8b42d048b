import com.fasterxml.jackson.databind.ObjectMapper;
import io.trino.Session;
import io.trino.plugin.memory.MemoryConnectorFactory;
import io.trino.spi.type.TimeZoneKey;
import io.trino.testing.LocalQueryRunner;
import io.trino.testing.MaterializedResult;
import io.trino.testing.TestingSession;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs SQL in Trino, the engine that Athena is built on, in this process and in UTC as Athena does.
 * Reads a JSON list of statements, and writes a JSON list with the rows of each, values as text.
 */
public final class RunQueries
{
    private RunQueries() {}

    public static void main(String[] args)
            throws Exception
    {
        ObjectMapper json = new ObjectMapper();
        List<?> statements = json.readValue(System.in, List.class);
        Session session = TestingSession.testSessionBuilder()
                .setCatalog("memory")
                .setSchema("default")
                .setTimeZoneKey(TimeZoneKey.UTC_KEY)
                .build();
        List<List<List<String>>> answers = new ArrayList<>();
        try (LocalQueryRunner runner = LocalQueryRunner.create(session)) {
            runner.createCatalog("memory", new MemoryConnectorFactory(), Map.of());
            for (Object statement : statements) {
                answers.add(rows(runner.execute((String) statement)));
            }
        }
        System.out.println(json.writeValueAsString(answers));
        // Trino leaves threads behind that would keep the process alive.
        System.exit(0);
    }

    private static List<List<String>> rows(MaterializedResult result)
    {
        List<List<String>> rows = new ArrayList<>();
        result.getMaterializedRows().forEach(row -> {
            List<String> values = new ArrayList<>();
            row.getFields().forEach(value -> values.add(value == null ? null : value.toString()));
            rows.add(values);
        });
        return rows;
    }
}
