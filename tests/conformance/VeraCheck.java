import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF about every file named on standard input, one path a line.
 *
 * <p>The arguments are veraPDF's flavour ids (ua1, 3a). For each file and flavour it prints
 * "FAIL flavour path rule count message" for each rule broken, then one line
 * "DONE flavour path passed|failed", separated by tabs. A file that cannot be checked makes a
 * line "ERROR flavour path reason" and no DONE.
 */
public final class VeraCheck {
    public static void main(String[] flavours) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader paths =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            for (String flavour : flavours) {
                check(flavour, path);
            }
        }
    }

    private static void check(String id, String path) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
        try (InputStream file = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator =
                    Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            broken(result).forEach((rule, told) -> say("FAIL", id, path, rule, told));
            say("DONE", id, path, result.isCompliant() ? "passed" : "failed");
        } catch (Exception problem) { // told, and counted as not checked
            say("ERROR", id, path, String.valueOf(problem));
        }
    }

    /** Each broken rule, with how often and the first message. */
    private static Map<String, String> broken(ValidationResult result) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> messages = new TreeMap<>();
        for (TestAssertion test : result.getTestAssertions()) {
            if (test.getStatus() == TestAssertion.Status.FAILED) {
                String rule = test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber();
                counts.merge(rule, 1, Integer::sum);
                messages.putIfAbsent(
                    rule, test.getMessage() + " @ " + test.getLocation().getContext());
            }
        }
        messages.replaceAll((rule, message) -> counts.get(rule) + "x " + message);
        return messages;
    }

    private static void say(String... words) {
        String line = String.join("\t", words).replaceAll("[\r\n]+", " ");
        System.out.println(line);
    }
}
