package news.nashra.local.stack;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// Pictures for the demo edition: one style for each section, another composition for each seed.
final class Illustration {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1067;

  private static final Color INK = new Color(0x1c1917);
  private static final Color PAPER = new Color(0xfffdf9);
  private static final Color SAND = new Color(0xf4e6cc);
  private static final Color OCHRE = new Color(0xd99a4e);
  private static final Color RUST = new Color(0xa3410a);
  private static final Color TEAL = new Color(0x0f5f59);
  private static final Color DEEP = new Color(0x0b3238);
  private static final Color NIGHT = new Color(0x16263d);
  private static final Color ROSE = new Color(0xe9b89b);

  private static final Color[][] SKIES = {
    {new Color(0xf6d9b0), new Color(0xe58f5a)},
    {new Color(0xcfe6e2), new Color(0xf7ead2)},
    {new Color(0x24405f), new Color(0xd9805b)},
    {new Color(0xf9efdc), new Color(0xe9c9a0)},
    {new Color(0x123a44), new Color(0x6fa79c)},
  };

  private final Graphics2D canvas;
  private final Random random;
  private final int seed;

  private Illustration(Graphics2D canvas, int seed) {
    this.canvas = canvas;
    this.random = new Random(seed * 7919L + 17);
    this.seed = seed;
  }

  /// The picture of a demo article: 1600 × 1067 pixels, JPEG.
  ///
  /// @param seed tells the pictures of a section apart
  static byte[] draw(String section, int seed) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    var illustration = new Illustration(canvas, seed);
    switch (section) {
      case "politics" -> illustration.arcade();
      case "economy" -> illustration.harbour();
      case "culture" -> illustration.stars();
      case "sports" -> illustration.track();
      case "technology" -> illustration.night();
      default -> illustration.houses();
    }
    canvas.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// A hall of horseshoe arches that the sun looks into.
  private void arcade() {
    sky(seed);
    sun(between(400, 1200), between(380, 560), 150, PAPER);
    hills(700, DEEP);
    fill(floor(820), SAND);
    int arches = 3 + seed % 3;
    double step = (double) WIDTH / arches;
    var wall = new Area(new Rectangle2D.Double(0, 0, WIDTH, 860));
    for (int i = 0; i < arches; i++) {
      wall.subtract(horseshoe(i * step + step / 2, step * .36, 860));
    }
    fill(wall, seed % 2 == 0 ? RUST : TEAL);
    for (int i = 0; i < arches; i++) {
      double middle = i * step + step / 2;
      outline(horseshoe(middle, step * .36, 860), 10, OCHRE);
      outline(horseshoe(middle, step * .40, 860), 3, SAND);
      var shadow = new Path2D.Double();
      shadow.moveTo(i * step + step, 860);
      shadow.lineTo(i * step + step + step * .14, 860);
      shadow.lineTo(i * step + step * 1.5, HEIGHT);
      shadow.lineTo(i * step + step * 1.22, HEIGHT);
      fill(shadow, new Color(0x2e1c1917, true));
    }
    fill(new Rectangle2D.Double(0, 852, WIDTH, 14), INK);
  }

  /// Cranes and containers before the sea.
  private void harbour() {
    sky(seed + 1);
    sun(between(900, 1400), between(300, 420), 110, ROSE);
    fill(floor(640), TEAL);
    for (int i = 0; i < 26; i++) {
      fill(
          new Rectangle2D.Double(between(0, WIDTH), between(660, 800), between(40, 190), 4),
          new Color(0x59fffdf9, true));
    }
    var colours = new Color[] {RUST, OCHRE, SAND, DEEP, ROSE};
    for (int column = 0; column < 17; column++) {
      int high = 1 + random.nextInt(column > 4 && column < 12 ? 4 : 2);
      for (int row = 0; row < high; row++) {
        double x = column * 96 - 20;
        double y = 890 - row * 62;
        fill(new Rectangle2D.Double(x, y, 92, 58), colours[random.nextInt(colours.length)]);
        for (int line = 1; line < 6; line++) {
          fill(new Rectangle2D.Double(x + line * 15, y + 6, 2, 46), new Color(0x301c1917, true));
        }
      }
    }
    fill(floor(948), INK);
    for (int crane = 0; crane < 2 + seed % 2; crane++) {
      crane(220 + crane * 480 + between(-60, 60), 948, 560 + between(-80, 60));
    }
  }

  private void crane(double x, double ground, double height) {
    var legs = new Path2D.Double();
    legs.moveTo(x, ground);
    legs.lineTo(x + 40, ground - height);
    legs.moveTo(x + 150, ground);
    legs.lineTo(x + 110, ground - height);
    legs.moveTo(x - 150, ground - height);
    legs.lineTo(x + 420, ground - height);
    legs.moveTo(x + 75, ground - height - 130);
    legs.lineTo(x + 400, ground - height);
    legs.moveTo(x + 75, ground - height - 130);
    legs.lineTo(x - 140, ground - height);
    legs.moveTo(x + 75, ground - height);
    legs.lineTo(x + 75, ground - height - 130);
    legs.moveTo(x + 12, ground - height * .3);
    legs.lineTo(x + 138, ground - height * .3);
    outline(legs, 14, seed % 2 == 0 ? RUST : DEEP);
    outline(new Rectangle2D.Double(x + 330, ground - height, 1, height * .42), 4, INK);
    fill(new Rectangle2D.Double(x + 285, ground - height * .58, 92, 58), OCHRE);
  }

  /// Houses on a hill, close together, with palms.
  private void houses() {
    sky(seed + 3);
    sun(between(200, 1400), between(180, 320), 95, OCHRE);
    hills(560, new Color(0x7fa59a));
    var walls = new Color[] {PAPER, SAND, ROSE, OCHRE, new Color(0xc96f3b)};
    for (int row = 0; row < 4; row++) {
      double ground = 720 + row * 125;
      for (double x = -80 - row * 37; x < WIDTH; ) {
        double width = between(150, 270);
        double height = between(180, 330);
        house(x, ground, width, height, walls[random.nextInt(walls.length)]);
        x += width + (random.nextInt(5) == 0 ? 70 : 4);
      }
    }
    for (int i = 0; i < 2 + seed % 3; i++) {
      palm(between(120, 1480), HEIGHT - 30, between(380, 560));
    }
  }

  private void house(double x, double ground, double width, double height, Color wall) {
    double top = ground - height;
    fill(new Rectangle2D.Double(x, top, width, HEIGHT - top), wall);
    fill(
        new Rectangle2D.Double(x + width * .72, top, width * .28, HEIGHT - top),
        new Color(0x221c1917, true));
    fill(new Rectangle2D.Double(x - 5, top - 12, width + 10, 14), new Color(0x66402a1a, true));
    for (int i = 0; i < 2; i++) {
      double left = x + width * (.18 + .36 * i);
      var window = new Area(new Rectangle2D.Double(left, top + 62, 38, 56));
      window.add(new Area(new Ellipse2D.Double(left, top + 43, 38, 38)));
      fill(window, random.nextInt(3) == 0 ? OCHRE : DEEP);
      fill(new Rectangle2D.Double(left - 6, top + 118, 50, 6), TEAL);
    }
  }

  private void palm(double x, double ground, double height) {
    var trunk = new Path2D.Double();
    trunk.moveTo(x, ground);
    trunk.quadTo(x + 40, ground - height / 2, x + 10, ground - height);
    outline(trunk, 20, new Color(0x5b3a22));
    for (int i = 0; i < 9; i++) {
      double angle = Math.PI * (1.05 + i / 8.0 * .95) + (i % 2) * .12;
      double reach = 165;
      var leaf = new Path2D.Double();
      double endX = x + 10 + Math.cos(angle) * reach;
      double endY = ground - height + Math.sin(angle) * reach * .7 + 70;
      leaf.moveTo(x + 10, ground - height);
      leaf.quadTo(
          x + 10 + Math.cos(angle) * reach * .7, ground - height - 75 + i % 3 * 12, endX, endY);
      leaf.quadTo(
          x + 10 + Math.cos(angle) * reach * .45, ground - height - 18, x + 10, ground - height);
      fill(leaf, i % 2 == 0 ? TEAL : DEEP);
    }
  }

  /// A wall of eightfold stars, an arch, and a lantern that lights it.
  private void stars() {
    var grounds = new Color[] {DEEP, RUST, NIGHT, TEAL};
    fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), grounds[seed % grounds.length]);
    double step = 178;
    for (int row = -1; row < 7; row++) {
      for (int column = -1; column < 10; column++) {
        double x = column * step + 40;
        double y = row * step + 60;
        outline(star(x, y, 84), 5, OCHRE);
        fill(star(x, y, 52), (row + column + seed) % 3 == 0 ? SAND : new Color(0x40fffdf9, true));
        fill(star(x, y, 22), RUST);
        outline(star(x + step / 2, y + step / 2, 40), 3, new Color(0x80f4e6cc, true));
      }
    }
    double middle = seed % 2 == 0 ? WIDTH * .34 : WIDTH * .66;
    var arch = horseshoe(middle, 290, HEIGHT);
    fill(arch, SKIES[(seed + 2) % SKIES.length][1]);
    outline(arch, 26, INK);
    outline(arch, 8, OCHRE);
    for (int i = 5; i > 0; i--) {
      double size = 90 + i * 62;
      fill(
          new Ellipse2D.Double(middle - size / 2, 560 - size / 2, size, size),
          new Color(0x22fff1c9, true));
    }
    outline(new Rectangle2D.Double(middle, 0, 1, 470), 5, INK);
    var lantern = new Path2D.Double();
    lantern.moveTo(middle, 455);
    lantern.lineTo(middle + 62, 520);
    lantern.lineTo(middle + 44, 640);
    lantern.lineTo(middle - 44, 640);
    lantern.lineTo(middle - 62, 520);
    lantern.closePath();
    fill(lantern, OCHRE);
    outline(lantern, 8, INK);
    fill(star(middle, 560, 34), PAPER);
  }

  /// A stadium's lanes in a wide curve, with runners.
  private void track() {
    sky(seed + 2);
    for (int i = 0; i < 90; i++) {
      double x = between(0, WIDTH);
      fill(
          new Ellipse2D.Double(x, 330 + between(0, 130), 16, 16),
          i % 3 == 0 ? RUST : i % 3 == 1 ? SAND : DEEP);
    }
    fill(floor(468), TEAL);
    double centre = seed % 2 == 0 ? WIDTH * .2 : WIDTH * .8;
    for (int lane = 7; lane >= 0; lane--) {
      double across = 720 + lane * 190;
      var oval = new Ellipse2D.Double(centre - across, 545 - lane * 6, across * 2, across * .72);
      fill(oval, lane % 2 == 0 ? new Color(0xb5501a) : RUST);
      outline(oval, 5, SAND);
    }
    fill(new Ellipse2D.Double(centre - 640, 590, 1280, 420), new Color(0x2f7d6d));
    outline(new Ellipse2D.Double(centre - 640, 590, 1280, 420), 6, PAPER);
    for (int i = 0; i < 3 + seed % 3; i++) {
      double x = WIDTH / 2.0 + (seed % 2 == 0 ? 1 : -1) * (i * 210 - 120);
      runner(x, 800 + i % 2 * 70, 1.25 + i * .12);
    }
  }

  private void runner(double x, double y, double scale) {
    var before = canvas.getTransform();
    canvas.translate(x, y);
    canvas.scale((seed % 2 == 0 ? -1 : 1) * scale, scale);
    fill(new Ellipse2D.Double(-70, 96, 150, 16), new Color(0x401c1917, true));
    var body = new Path2D.Double();
    body.moveTo(-62, 84);
    body.lineTo(-22, 50);
    body.lineTo(0, 0);
    body.lineTo(22, -74);
    body.moveTo(0, 0);
    body.lineTo(48, 26);
    body.lineTo(26, 92);
    body.moveTo(20, -66);
    body.lineTo(58, -34);
    body.lineTo(84, -62);
    body.moveTo(20, -66);
    body.lineTo(-22, -40);
    body.lineTo(-50, -66);
    outline(body, 21, INK);
    outline(
        new java.awt.geom.Line2D.Double(3, -8, 20, -66), 32, random.nextBoolean() ? OCHRE : PAPER);
    fill(new Ellipse2D.Double(8, -130, 44, 44), INK);
    canvas.setTransform(before);
  }

  /// A dish under stars that are joined like a circuit.
  private void night() {
    canvas.setPaint(new GradientPaint(0, 0, NIGHT, 0, 760, seed % 2 == 0 ? TEAL : DEEP));
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
    double lastX = between(60, 200);
    double lastY = between(100, 420);
    for (int i = 0; i < 11; i++) {
      double x = lastX + between(90, 190);
      double y = Math.max(70, Math.min(520, lastY + between(-170, 170)));
      var wire = new Path2D.Double();
      wire.moveTo(lastX, lastY);
      wire.lineTo(lastX + (x - lastX) / 2, lastY);
      wire.lineTo(x, y);
      outline(wire, 4, new Color(0xb3e9b89b, true));
      fill(new Ellipse2D.Double(x - 13, y - 13, 26, 26), OCHRE);
      fill(new Ellipse2D.Double(x - 6, y - 6, 12, 12), PAPER);
      lastX = x;
      lastY = y;
    }
    for (int i = 0; i < 140; i++) {
      double size = between(2, 6);
      fill(new Ellipse2D.Double(between(0, WIDTH), between(0, 640), size, size), SAND);
    }
    hills(720, DEEP);
    fill(floor(880), INK);
    for (int i = 0; i < 9; i++) {
      var panel = new Path2D.Double();
      double x = i * 190 - 60;
      panel.moveTo(x, 1010);
      panel.lineTo(x + 130, 1010);
      panel.lineTo(x + 176, 920);
      panel.lineTo(x + 46, 920);
      panel.closePath();
      fill(panel, new Color(0x1f5f78));
      outline(panel, 4, new Color(0x7fb7c4));
    }
    dish(seed % 2 == 0 ? 1120 : 470, 640, 190 + seed * 8);
  }

  private void dish(double x, double y, double size) {
    var mast = new Path2D.Double();
    mast.moveTo(x - 70, 905);
    mast.lineTo(x, y);
    mast.lineTo(x + 70, 905);
    outline(mast, 20, SAND);
    var before = canvas.getTransform();
    canvas.rotate(seed % 2 == 0 ? -2.2 : -.95, x, y);
    fill(new Arc2D.Double(x - size, y - size, size * 2, size * 2, 180, 180, Arc2D.CHORD), PAPER);
    fill(
        new Arc2D.Double(x - size, y - size * .35, size * 2, size * .7, 180, 360, Arc2D.CHORD),
        ROSE);
    outline(new java.awt.geom.Line2D.Double(x, y, x, y - size * .9), 9, RUST);
    fill(new Ellipse2D.Double(x - 17, y - size * .9 - 17, 34, 34), RUST);
    canvas.setTransform(before);
  }

  private void sky(int which) {
    var colours = SKIES[which % SKIES.length];
    canvas.setPaint(new GradientPaint(0, 0, colours[0], 0, 720, colours[1]));
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
  }

  private void sun(double x, double y, double radius, Color colour) {
    fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2), colour);
  }

  private void hills(double top, Color colour) {
    var line = new Path2D.Double();
    line.moveTo(0, HEIGHT);
    line.lineTo(0, top);
    for (int x = 0; x < WIDTH; x += 400) {
      line.quadTo(x + 200, top - between(40, 200), x + 400, top + between(-30, 40));
    }
    line.lineTo(WIDTH, HEIGHT);
    fill(line, colour);
  }

  private static Shape floor(double top) {
    return new Rectangle2D.Double(0, top, WIDTH, HEIGHT - top);
  }

  /// An arch that is wider above its posts than between them.
  private static Area horseshoe(double middle, double radius, double ground) {
    double centre = ground * .5;
    var arch =
        new Area(new Ellipse2D.Double(middle - radius, centre - radius, radius * 2, radius * 2));
    arch.add(
        new Area(
            new Rectangle2D.Double(middle - radius * .86, centre, radius * 1.72, ground - centre)));
    return arch;
  }

  private static Shape star(double x, double y, double radius) {
    var square = new Rectangle2D.Double(-radius * .71, -radius * .71, radius * 1.42, radius * 1.42);
    var star = new Area(square);
    star.add(
        new Area(AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(square)));
    return AffineTransform.getTranslateInstance(x, y).createTransformedShape(star);
  }

  private void fill(Shape shape, Color colour) {
    canvas.setColor(colour);
    canvas.fill(shape);
  }

  private void outline(Shape shape, float width, Color colour) {
    canvas.setColor(colour);
    canvas.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.draw(shape);
  }

  private double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }
}
