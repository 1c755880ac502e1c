package news.nashra.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The locale in `og:locale`. Facebook and those who follow it know [one list of
/// locales](https://developers.facebook.com/docs/javascript/internationalization#locales), which is
/// not that of ISO: all of Arabic is `ar_AR`. Pure functions.
final class OpenGraphLocale {
  /// Those of the list whose languages newspapers are likely to have. The first of a language
  /// stands for countries that are not on the list.
  private static final List<String> KNOWN =
      Arrays.asList(
          """
          ar_AR az_AZ bg_BG bn_IN bs_BA ca_ES cb_IQ cs_CZ cy_GB da_DK de_DE el_GR en_US en_GB
          es_LA es_ES es_MX et_EE eu_ES fa_IR fi_FI fr_FR fr_CA ga_IE he_IL hi_IN hr_HR hu_HU hy_AM
          id_ID is_IS it_IT ja_JP ka_GE kk_KZ ko_KR ku_TR lt_LT lv_LV mk_MK ms_MY mt_MT nb_NO nl_NL
          nl_BE nn_NO pl_PL ps_AF pt_BR pt_PT ro_RO ru_RU sk_SK sl_SI so_SO sq_AL sr_RS sv_SE sw_KE
          tg_TJ th_TH tr_TR uk_UA ur_PK uz_UZ vi_VN zh_CN zh_HK zh_TW
          """
              .strip()
              .split("\\s+"));

  private OpenGraphLocale() {}

  /// `ar_AR` for `ar-MA`; `fr_CA` for itself. A language that is not on the list stays as it is.
  static String of(Locale locale) {
    return KNOWN.stream()
        .filter(known -> known.equals(locale.toString()))
        .findFirst()
        .or(() ->
            KNOWN.stream()
                .filter(known -> known.startsWith(locale.getLanguage() + "_"))
                .findFirst())
        .orElse(locale.toString());
  }
}
