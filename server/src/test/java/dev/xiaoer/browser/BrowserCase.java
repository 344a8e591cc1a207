package dev.xiaoer.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// One test of a report.
///
/// @param trouble what went wrong; empty when nothing did
record BrowserCase(String name, String trouble) {

  private static final List<String> TROUBLES = List.of("failure", "error", "skipped");

  static List<BrowserCase> readAll(Path report) {
    try {
      Document document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile());
      return elements(document.getElementsByTagName("testcase")).stream().map(BrowserCase::read).toList();
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("the browsers' report cannot be read", e);
    }
  }

  private static BrowserCase read(Element test) {
    StringBuilder trouble = new StringBuilder();
    for (String kind : TROUBLES) {
      elements(test.getElementsByTagName(kind))
          .forEach(found -> trouble.append(kind).append(": ").append(found.getTextContent()).append('\n'));
    }
    return new BrowserCase(test.getAttribute("classname") + ": " + test.getAttribute("name"), trouble.toString());
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast).toList();
  }
}
