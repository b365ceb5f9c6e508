"""Convert a picture's colours for print: to sRGB or grey, 8 bits a channel.

In: decoded pixels of any mode that Pillow has: palettes, bitmaps, 16 and 32 bits, CMYK, Lab, and
RGB with a profile of its own such as Adobe RGB or Display P3. Out: modes L, LA, RGB or RGBA.
"""

from io import BytesIO

from PIL import Image, ImageChops, ImageCms


def is_proofed(image: Image.Image) -> bool:
    """Return whether the picture is sRGB or grey already, without alpha."""
    return image.mode in ("L", "RGB") and _to_srgb(image) is None


def proofed(image: Image.Image) -> Image.Image:
    """Return the picture in sRGB or grey, 8 bits a channel.

    Grey stays grey. Alpha stays only if some pixel is transparent. A profile that is broken, or
    of another colour space than the picture, is ignored.
    """
    image = _without_palette(_eight_bit(image))
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    if alpha is not None:
        image = image.convert(image.mode[:-1])
    printed = _in_srgb(image)
    if alpha is not None and alpha.getextrema() != (255, 255):
        printed.putalpha(alpha)
    return printed


def _eight_bit(image: Image.Image) -> Image.Image:
    if image.mode not in ("I", "F") and not image.mode.startswith("I;16"):
        return image
    deep = image.convert("F")
    low, high = deep.getextrema()
    # Pillow's own conversion of mode I to L clips values over 255 instead of scaling them.
    if image.mode != "F" and low >= 0 and high <= 65535:  # type: ignore[operator]
        low, high = 0.0, 65535.0
    return _stretched(deep, low, high)  # type: ignore[arg-type]


def _stretched(deep: Image.Image, low: float, high: float) -> Image.Image:
    scale = 255 / (high - low) if high > low else 0.0
    # In mode F, Pillow takes only functions of the form value * scale + offset. The 0.5 rounds,
    # because convert cuts the fraction off.
    grey = deep.point(lambda value: value * scale + (0.5 - low * scale)).convert("L")
    grey.info = {key: deep.info[key] for key in ("icc_profile",) if key in deep.info}
    return grey


def _without_palette(image: Image.Image) -> Image.Image:
    grey = image.mode in ("1", "L", "LA", "La")
    if image.has_transparency_data:
        return image.convert("LA" if grey else "RGBA")
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image
    return image.convert("L" if grey else "RGB")


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return the picture in sRGB or grey. A profile that cannot be used is ignored."""
    target = "L" if image.mode == "L" else "RGB"
    transform = _to_srgb(image)
    if transform is None:
        return image.convert(target)
    return ImageCms.applyTransform(image, transform).convert(target)  # type: ignore[union-attr]


def _to_srgb(image: Image.Image) -> ImageCms.ImageCmsTransform | None:
    """Return the transform from the picture's profile to sRGB; None if it changes nothing."""
    profile = image.info.get("icc_profile")
    if not profile:
        return None
    try:
        transform = ImageCms.buildTransform(
            ImageCms.getOpenProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            image.mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    # ImageCms raises these errors over a profile that is broken or does not fit the mode.
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
    return None if _changes_nothing(transform, image.mode) else transform


def _changes_nothing(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Return whether a profile is sRGB in effect, whatever its name: try it on 216 colours."""
    if mode not in ("L", "RGB"):
        return False
    steps = range(0, 256, 51)
    colours = bytes(level for r in steps for g in steps for b in steps for level in (r, g, b))
    chart = Image.frombytes("RGB", (216, 1), colours).convert(mode)
    printed = ImageCms.applyTransform(chart, transform)
    difference = ImageChops.difference(chart.convert("RGB"), printed)  # type: ignore[arg-type]
    return max(high for _, high in difference.getextrema()) <= 4  # type: ignore[misc]
