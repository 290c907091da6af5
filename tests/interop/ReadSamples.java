import java.io.File;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.JAXBElement;
import javax.xml.bind.Marshaller;
import javax.xml.bind.Unmarshaller;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Classes that xjc made of a schema read every XML sample of a release and write it, both under the schema itself.
 *
 * Usage: java ReadSamples PACKAGE SCHEMA SAMPLES
 */
public final class ReadSamples {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    public static void main(String[] arguments) throws Exception {
        // XML Schema counts characters; the JDK's Xerces counts units of UTF-16 unless it is asked, before it starts.
        System.setProperty("com.sun.org.apache.xerces.internal.impl.dv.xs.useCodePointCountForStringLength", "true");
        JAXBContext context = JAXBContext.newInstance(arguments[0]);
        javax.xml.validation.Schema schema =
            SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema").newSchema(new File(arguments[1]));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        File[] files = new File(arguments[2]).listFiles((folder, name) -> name.endsWith(".xml"));
        Arrays.sort(files);
        for (File file : files) {
            Node root = factory.newDocumentBuilder().parse(file).getDocumentElement();
            if (SOAP.equals(root.getNamespaceURI())) {
                root = ((Element) root).getElementsByTagNameNS(SOAP, "Body").item(0).getFirstChild();
                while (root.getNodeType() != Node.ELEMENT_NODE) {
                    root = root.getNextSibling();
                }
            }
            Unmarshaller reader = context.createUnmarshaller();
            reader.setSchema(schema);
            // Without a handler of its own a reader goes on after errors; this one stops at the first.
            reader.setEventHandler(event -> false);
            Object value = reader.unmarshal(root);
            if (!(value instanceof JAXBElement)) {
                throw new IllegalStateException(file.getName() + ": no element");
            }
            Marshaller writer = context.createMarshaller();
            writer.setSchema(schema);
            StringWriter text = new StringWriter();
            writer.marshal(value, text);
            reader.unmarshal(new StreamSource(new StringReader(text.toString())));
        }
        System.out.println("JAXB: " + files.length + " samples read, written and read again under the schema");
        System.exit(files.length == 0 ? 1 : 0);
    }
}
