import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.JSON;
import org.openapitools.client.api.PackagesApi;
import org.openapitools.client.api.RegistriesApi;
import org.openapitools.client.model.Deletion;
import org.openapitools.client.model.Ecosystem;
import org.openapitools.client.model.ModelPackage;
import org.openapitools.client.model.OidcPolicy;
import org.openapitools.client.model.OidcStatement;
import org.openapitools.client.model.PackageFile;
import org.openapitools.client.model.PackageList;
import org.openapitools.client.model.PackageListItem;
import org.openapitools.client.model.Registry;
import org.openapitools.client.model.RegistryInput;

/**
 * Drives the client that OpenAPI Generator generates for Java. Prints what came back as one line of JSON, which
 * `outcome.ts` compares.
 */
public final class Driver {
    private static final String ORGANIZATION = System.getenv("LARDER_ORGANIZATION");

    private final RegistriesApi registries;
    private final PackagesApi packages;

    private Driver(ApiClient client) {
        registries = new RegistriesApi(client);
        packages = new PackagesApi(client);
    }

    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.setBasePath(System.getenv("LARDER_URL"));
        client.setBearerToken(System.getenv("LARDER_TOKEN"));
        String outcome = JSON.getGson().toJson(new Driver(client).play());
        // The standard output has the encoding of the locale.
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8).println(outcome);
    }

    private Map<String, Object> play() throws Exception {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("seeded",
            readSeeded(System.getenv("LARDER_SEEDED_REGISTRY"), UUID.fromString(System.getenv("LARDER_SEEDED_PACKAGE"))));

        String name = System.getenv("LARDER_NAME");
        OidcStatement statement = new OidcStatement().iss("https://agent.example").scopes(List.of("read_packages"));
        // Without this, the client sends an empty map.
        statement.claims(null);
        Registry created = createRegistry("(" + name + ") shelf", "🍌", List.of(statement));
        String shelf = created.getSlug();
        String other = createRegistry("(" + name + ") other", ":banana:", List.of()).getSlug();
        outcome.put("created", created);
        List<String> slugs = new ArrayList<>();
        for (Registry registry : registries.listRegistries(ORGANIZATION, null, null)) {
            slugs.add(registry.getSlug());
        }
        outcome.put("registries", slugs);

        File file = new File(System.getenv("LARDER_FILE"));
        ModelPackage published = publish(shelf, file);
        UUID id = published.getId();
        outcome.put("published", published);
        outcome.put("conflict", problem(() -> publish(shelf, file), "type", "status", "url"));
        List<UUID> ids = new ArrayList<>();
        for (PackageListItem item : listPackages(shelf, 10).getItems()) {
            ids.add(item.getId());
        }
        outcome.put("packages", ids);
        outcome.put("got", packages.getPackage(ORGANIZATION, shelf, id));
        List<String> names = new ArrayList<>();
        for (PackageFile one : packages.listPackageFiles(ORGANIZATION, shelf, id).getItems()) {
            names.add(one.getName());
        }
        outcome.put("files", names);
        outcome.put("sha256", digestOf(download(shelf, id, file.getName())));
        ModelPackage copied = packages.copyPackage(other, ORGANIZATION, shelf, id);
        outcome.put("copied", copied);

        List<String> messages = new ArrayList<>();
        messages.add(packages.deletePackage(ORGANIZATION, shelf, id).getMessage());
        messages.add(packages.deletePackage(ORGANIZATION, other, copied.getId()).getMessage());
        Deletion deletion = registries.deleteRegistry(ORGANIZATION, other);
        messages.add(deletion.getMessage());
        outcome.put("deleted", messages);
        outcome.put("missing", problem(() -> packages.getPackage(ORGANIZATION, shelf, id), "type", "status"));
        registries.deleteRegistry(ORGANIZATION, shelf);
        return outcome;
    }

    private Map<String, Object> readSeeded(String registry, UUID id) throws ApiException {
        return Map.of(
            "registry", registries.getRegistry(ORGANIZATION, registry),
            "package", packages.getPackage(ORGANIZATION, registry, id),
            "packages", listPackages(registry, 1),
            "files", packages.listPackageFiles(ORGANIZATION, registry, id));
    }

    private Registry createRegistry(String name, String emoji, List<OidcStatement> policy) throws ApiException {
        RegistryInput input = new RegistryInput().name(name).ecosystem(Ecosystem.FILES).emoji(emoji);
        // Of an empty list the client cannot tell which alternative it is, and throws.
        return registries.createRegistry(ORGANIZATION, policy.isEmpty() ? input : input.oidcPolicy(new OidcPolicy(policy)));
    }

    private PackageList listPackages(String registry, int perPage) throws ApiException {
        return packages.listPackages(ORGANIZATION, registry, null, null, null, null, perPage);
    }

    private ModelPackage publish(String registry, File file) throws ApiException {
        return packages.publishPackage(ORGANIZATION, registry, file, null, null, null);
    }

    private byte[] download(String registry, UUID id, String name) throws Exception {
        File file = packages.getPackageFile(ORGANIZATION, registry, id, name, null, null, null, null, null, null);
        try {
            return Files.readAllBytes(file.toPath());
        } finally {
            Files.delete(file.toPath());
        }
    }

    private interface Call {
        Object run() throws ApiException;
    }

    /** The client has no types for problems. */
    private static JsonObject problem(Call call, String... names) {
        try {
            call.run();
        } catch (ApiException exception) {
            JsonElement body = JsonParser.parseString(exception.getResponseBody());
            JsonObject parts = new JsonObject();
            for (String name : names) {
                parts.add(name, body.getAsJsonObject().get(name));
            }
            return parts;
        }
        throw new IllegalStateException("There was no problem.");
    }

    private static String digestOf(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
