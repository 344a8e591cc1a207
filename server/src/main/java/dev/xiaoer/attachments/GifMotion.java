package dev.xiaoer.attachments;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// How the pictures of a GIF follow each other. Only the numbers named here are carried over, never a piece of the file.
final class GifMotion {

  private static final String STREAM = "javax_imageio_gif_stream_1.0";
  private static final String IMAGE = "javax_imageio_gif_image_1.0";

  private GifMotion() {}

  record Screen(int width, int height) {}

  static Screen screen(ImageReader reader) throws IOException {
    Element descriptor = child(reader.getStreamMetadata(), STREAM, "LogicalScreenDescriptor");
    int width = number(descriptor, "logicalScreenWidth", 0);
    int height = number(descriptor, "logicalScreenHeight", 0);
    if (width < 1 || height < 1) {
      throw new IOException("a GIF has a width and a height");
    }
    return new Screen(width, height);
  }

  static IIOMetadata screenOf(ImageWriter writer, Screen screen) throws IOException {
    IIOMetadata metadata = writer.getDefaultStreamMetadata(null);
    var descriptor = new IIOMetadataNode("LogicalScreenDescriptor");
    descriptor.setAttribute("logicalScreenWidth", Integer.toString(screen.width()));
    descriptor.setAttribute("logicalScreenHeight", Integer.toString(screen.height()));
    descriptor.setAttribute("colorResolution", "8");
    descriptor.setAttribute("pixelAspectRatio", "0");
    merge(metadata, STREAM, descriptor);
    return metadata;
  }

  static IIOMetadata copy(IIOMetadata source, ImageWriter writer, BufferedImage frame) throws IOException {
    IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame),
        writer.getDefaultWriteParam());
    Element place = child(source, IMAGE, "ImageDescriptor");
    Element control = child(source, IMAGE, "GraphicControlExtension");
    merge(metadata, IMAGE, place(place, frame), control(control), repeat(source));
    return metadata;
  }

  private static IIOMetadataNode place(@Nullable Element source, BufferedImage frame) {
    var place = new IIOMetadataNode("ImageDescriptor");
    place.setAttribute("imageLeftPosition", Integer.toString(number(source, "imageLeftPosition", 0)));
    place.setAttribute("imageTopPosition", Integer.toString(number(source, "imageTopPosition", 0)));
    place.setAttribute("imageWidth", Integer.toString(frame.getWidth()));
    place.setAttribute("imageHeight", Integer.toString(frame.getHeight()));
    place.setAttribute("interlaceFlag", "FALSE");
    return place;
  }

  private static @Nullable IIOMetadataNode control(@Nullable Element source) {
    if (source == null) {
      return null;
    }
    var control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", switch (source.getAttribute("disposalMethod")) {
      case "doNotDispose" -> "doNotDispose";
      case "restoreToBackgroundColor" -> "restoreToBackgroundColor";
      case "restoreToPrevious" -> "restoreToPrevious";
      default -> "none";
    });
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag",
        source.getAttribute("transparentColorFlag").equals("TRUE") ? "TRUE" : "FALSE");
    control.setAttribute("delayTime", Integer.toString(number(source, "delayTime", 0)));
    control.setAttribute("transparentColorIndex", Integer.toString(number(source, "transparentColorIndex", 0)));
    return control;
  }

  /// The extension every browser knows: a 1 and how often, 0 for ever.
  private static @Nullable IIOMetadataNode repeat(IIOMetadata source) {
    NodeList extensions = ((Element) source.getAsTree(IMAGE)).getElementsByTagName("ApplicationExtension");
    for (int i = 0; i < extensions.getLength(); i++) {
      if (extensions.item(i) instanceof IIOMetadataNode extension
          && extension.getAttribute("applicationID").equals("NETSCAPE")
          && extension.getUserObject() instanceof byte[] data && data.length >= 3 && data[0] == 1) {
        var repeat = new IIOMetadataNode("ApplicationExtension");
        repeat.setAttribute("applicationID", "NETSCAPE");
        repeat.setAttribute("authenticationCode", "2.0");
        repeat.setUserObject(new byte[]{1, data[1], data[2]});
        var extensionsNode = new IIOMetadataNode("ApplicationExtensions");
        extensionsNode.appendChild(repeat);
        return extensionsNode;
      }
    }
    return null;
  }

  private static void merge(IIOMetadata metadata, String format, @Nullable IIOMetadataNode... parts)
      throws IOException {
    var root = new IIOMetadataNode(format);
    for (IIOMetadataNode part : parts) {
      if (part != null) {
        root.appendChild(part);
      }
    }
    metadata.mergeTree(format, root);
  }

  private static @Nullable Element child(IIOMetadata metadata, String format, String name) {
    return (Element) ((Element) metadata.getAsTree(format)).getElementsByTagName(name).item(0);
  }

  private static int number(@Nullable Element element, String attribute, int otherwise) {
    return element == null || !element.hasAttribute(attribute)
        ? otherwise
        : Integer.parseInt(element.getAttribute(attribute));
  }
}
