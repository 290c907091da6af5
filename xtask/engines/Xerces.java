// XML Schema by Apache Xerces-J. java -cp xercesImpl.jar Xerces.java SCHEMAS; one JSON object per line in, one per line out,
// see README.md.
//
// Xerces counts the units of UTF-16 as the length of a text. XML Schema counts characters, and so does Xerces when asked to.

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.apache.xerces.jaxp.SAXParserFactoryImpl;
import org.apache.xerces.jaxp.validation.XMLSchemaFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.NamespaceSupport;

public final class Xerces {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String HEADER = "urn:x-skp:bericht:2.0";

    private final Map<String, File> files = new HashMap<>();
    private final Map<String, Schema> compiled = new HashMap<>();
    private final XMLReader reader;

    private Xerces(File folder) throws Exception {
        DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
        for (File module : folder.listFiles(File::isDirectory)) {
            for (File release : module.listFiles(File::isDirectory)) {
                for (File file : release.listFiles((in, name) -> name.endsWith(".xsd"))) {
                    String namespace =
                        documents.newDocumentBuilder().parse(file).getDocumentElement().getAttribute("targetNamespace");
                    files.put(namespace, file);
                }
            }
        }
        SAXParserFactoryImpl parsers = new SAXParserFactoryImpl();
        parsers.setNamespaceAware(true);
        reader = parsers.newSAXParser().getXMLReader();
        reader.setFeature("http://xml.org/sax/features/external-general-entities", false);
        reader.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        reader.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    }

    /** Why a document is refused; nothing when it is not. */
    private String refuses(String document) throws IOException {
        Parts parts = new Parts();
        reader.setContentHandler(parts);
        reader.setErrorHandler(parts);
        try {
            reader.parse(new InputSource(new StringReader(document)));
        } catch (Refused refused) {
            return refused.getMessage();
        } catch (SAXException exception) {
            return "not well-formed";
        }
        return parts.envelope && (parts.headers != 1 || parts.bodies != 1) ? "not one header and one message" : "";
    }

    private ValidatorHandler validator(String namespace) throws SAXException {
        File file = files.get(namespace);
        if (file == null) {
            throw new Refused("no schema for its namespace");
        }
        Schema schema = compiled.get(namespace);
        if (schema == null) {
            schema = new XMLSchemaFactory().newSchema(file);
            compiled.put(namespace, schema);
        }
        ValidatorHandler handler = schema.newValidatorHandler();
        handler.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException exception) throws SAXException {
                throw new Refused(exception.getMessage().split(":", 2)[0]);
            }

            @Override
            public void fatalError(SAXParseException exception) throws SAXException {
                throw new Refused(exception.getMessage().split(":", 2)[0]);
            }
        });
        return handler;
    }

    /** What a schema or the envelope has against a document. */
    private static final class Refused extends SAXException {
        Refused(String why) {
            super(why);
        }
    }

    /** Hands the message, or the header and the message of an envelope, to the schema of its namespace. */
    private final class Parts extends DefaultHandler {
        private final NamespaceSupport names = new NamespaceSupport();
        private boolean pushed;
        private int depth;
        private boolean envelope;
        private String part = "";
        private int headers;
        private int bodies;
        private ValidatorHandler inside;
        private int from;

        @Override
        public void startPrefixMapping(String prefix, String uri) throws SAXException {
            if (!pushed) {
                names.pushContext();
                pushed = true;
            }
            names.declarePrefix(prefix, uri);
            if (inside != null) {
                inside.startPrefixMapping(prefix, uri);
            }
        }

        @Override
        public void endPrefixMapping(String prefix) throws SAXException {
            if (inside != null) {
                inside.endPrefixMapping(prefix);
            }
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
            if (!pushed) {
                names.pushContext();
            }
            pushed = false;
            if (depth == 0 && uri.equals(SOAP) && local.equals("Envelope")) {
                envelope = true;
            } else if (inside == null && envelope && depth == 1) {
                part = uri.equals(SOAP) ? local : "";
            } else if (inside == null && (depth == 0 || envelope && depth == 2)) {
                begin(uri, local);
            }
            if (inside != null) {
                inside.startElement(uri, local, name, attributes);
            }
            depth++;
        }

        private void begin(String uri, String local) throws SAXException {
            if (envelope && part.equals("Header")) {
                headers++;
                if (!uri.equals(HEADER) || !local.equals("Berichtheader")) {
                    throw new Refused("another header");
                }
            } else if (envelope && part.equals("Body")) {
                bodies++;
            } else if (envelope) {
                return;
            }
            inside = validator(uri);
            from = depth;
            inside.startDocument();
            for (Enumeration<?> all = names.getPrefixes(); all.hasMoreElements();) {
                String prefix = (String) all.nextElement();
                inside.startPrefixMapping(prefix, names.getURI(prefix));
            }
            if (names.getURI("") != null) {
                inside.startPrefixMapping("", names.getURI(""));
            }
        }

        @Override
        public void endElement(String uri, String local, String name) throws SAXException {
            depth--;
            names.popContext();
            if (inside != null) {
                inside.endElement(uri, local, name);
                if (depth == from) {
                    inside.endDocument();
                    inside = null;
                }
            }
        }

        @Override
        public void characters(char[] text, int start, int length) throws SAXException {
            if (inside != null) {
                inside.characters(text, start, length);
            }
        }

        @Override
        public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
            characters(text, start, length);
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }

    /** The string that follows the first `"name":` of a JSON object on one line. */
    private static String member(String line, String name) {
        int at = line.indexOf("\"" + name + "\":") + name.length() + 3;
        at = line.indexOf('"', at) + 1;
        StringBuilder text = new StringBuilder();
        for (char next = line.charAt(at); next != '"'; next = line.charAt(++at)) {
            if (next != '\\') {
                text.append(next);
                continue;
            }
            char escape = line.charAt(++at);
            switch (escape) {
                case 'u':
                    text.append((char) Integer.parseInt(line.substring(at + 1, at + 5), 16));
                    at += 4;
                    break;
                case 'n': text.append('\n'); break;
                case 't': text.append('\t'); break;
                case 'r': text.append('\r'); break;
                case 'b': text.append('\b'); break;
                case 'f': text.append('\f'); break;
                default: text.append(escape);
            }
        }
        return text.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char next : text.toCharArray()) {
            if (next == '"' || next == '\\') {
                quoted.append('\\').append(next);
            } else if (next < ' ' || Character.isSurrogate(next)) {
                quoted.append(String.format("\\u%04x", (int) next));
            } else {
                quoted.append(next);
            }
        }
        return quoted.append('"').toString();
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.apache.xerces.impl.dv.xs.useCodePointCountForStringLength", "true");
        Xerces engine = new Xerces(new File(arguments[0]));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String why = engine.refuses(member(line, "document"));
            out.println("{\"accepts\":" + why.isEmpty() + ",\"why\":" + quoted(why) + "}");
        }
    }
}
